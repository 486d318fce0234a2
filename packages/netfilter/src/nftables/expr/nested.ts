import { lazy, nestedArray, type Type } from "@rxnetlink/core/schema";
import type { Expression } from "./expression.js";

let expression: Type<Expression> | undefined;

/**
 * An expression inside an expression, such as the counter of a `dynset`. The kernel's layouts recurse here, modules must not,
 * so `expression.ts` declares its layout as the nested one.
 */
export const nestedExpression: Type<Expression> = lazy((): Type<Expression> => expression!);

/** The expressions inside an expression. */
export const nestedExpressions: Type<Expression[]> = nestedArray(1, nestedExpression);

/** Declares the layout of {@link nestedExpression}, and returns it. */
export function asNested(layout: Type<Expression>): Type<Expression> {
  expression = layout;
  return layout;
}
