/** A camera somebody chose. Its id changes when the browser's profile is new, its label does not. */
export interface ChosenCamera {
  readonly id: string;
  readonly label: string;
}

/** Where the choice is kept; the terminal's settings will stand behind it. */
export interface CameraChoice {
  readonly load: () => ChosenCamera | undefined;
}

/** Whatever the system takes first; for terminals with one camera, and until there is a setting. */
export const ANY_CAMERA: CameraChoice = { load: () => undefined };

/** The part of a `MediaDeviceInfo` that the choice is made by. */
interface Device {
  readonly deviceId: string;
  readonly label: string;
}

/**
 * The device that was chosen: the one with its id, or else the only one with its label (two of the
 * same model cannot be told apart by it). `undefined` when it is not plugged in.
 */
export function chosenDevice<D extends Device>(
  devices: readonly D[],
  chosen: ChosenCamera | undefined,
): D | undefined {
  if (chosen === undefined) return undefined;
  const withId = devices.find(({ deviceId }) => deviceId !== '' && deviceId === chosen.id);
  if (withId !== undefined) return withId;
  const alike = devices.filter(({ label }) => label !== '' && label === chosen.label);
  return alike.length === 1 ? alike[0] : undefined;
}
