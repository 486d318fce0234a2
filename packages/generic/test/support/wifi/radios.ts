//  Simulated radios (mac80211_hwsim), which hear each other within a network namespace.

import { fileURLToPath } from "node:url";

const program = new URL("../../../../test/support/wifi/new-radios.py", import.meta.url);

/** What tests with radios need. */
export const wifiNeeds = {
  programs: ["iw", "hostapd", "python3"],
  families: ["nl80211", "MAC80211_HWSIM"],
};

/** Returns a command that makes radios of these names, each with a link `wlan0`, `wlan1` … */
export const radios = (...names: readonly string[]): string =>
  `python3 ${fileURLToPath(program)} ${names.join(" ")}`;

/** Returns a command that opens access points on `wlan0`: an open one, and one of WPA2 and WPA3. */
export const accessPoints = (pidFile: string): string => `
  cat > ${pidFile}.conf <<'CONF'
interface=wlan0
ctrl_interface=${pidFile}.control
ssid=open café
hw_mode=g
channel=6
ieee80211n=1
bss=wlan0b
ssid=secret
wpa=2
wpa_key_mgmt=WPA-PSK SAE
rsn_pairwise=CCMP
wpa_passphrase=not a secret
ieee80211w=1
CONF
  hostapd -B -P ${pidFile} ${pidFile}.conf > ${pidFile}.log || { cat ${pidFile}.log >&2; exit 1; }
`;
