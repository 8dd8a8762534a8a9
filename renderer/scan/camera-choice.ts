import type { CameraSettings } from '../../shared/ipc/camera-settings.ts';

/** The part of a `MediaDeviceInfo` that the choice is made by. */
interface Device {
  readonly deviceId: string;
  readonly label: string;
}

/**
 * The device that was chosen: the one with its id, or else the only one with its label (two of the
 * same model cannot be told apart by it). `undefined` when none was chosen or it is not plugged in.
 */
export function chosenDevice<D extends Device>(
  devices: readonly D[],
  chosen: Pick<CameraSettings, 'deviceId' | 'deviceLabel'>,
): D | undefined {
  const withId = devices.find(({ deviceId }) => deviceId !== '' && deviceId === chosen.deviceId);
  if (withId !== undefined) return withId;
  const alike = devices.filter(({ label }) => label !== '' && label === chosen.deviceLabel);
  return alike.length === 1 ? alike[0] : undefined;
}
