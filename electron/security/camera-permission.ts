import type { Session } from 'electron';
import { isOwnAddress } from './own-origin.ts';

/** What a page asks for, in the words of Electron's two permission handlers. */
export interface PermissionQuestion {
  readonly permission: string;
  /** Address or origin of the asking frame. */
  readonly origin: string;
  readonly isMainFrame: boolean;
  /** The media asked for; empty when the permission is about something else. */
  readonly media: readonly string[];
}

/**
 * Everything is denied but the picture of the camera, for the main frame of our own page.
 * Electron's default is to grant, so no answer would be a yes.
 */
export function isPermissionGranted(question: PermissionQuestion): boolean {
  return (
    question.permission === 'media' &&
    question.isMainFrame &&
    isOwnAddress(question.origin) &&
    question.media.length === 1 &&
    question.media[0] === 'video'
  );
}

/** Electron security checklist 5: permission requests and checks. */
export function denyPermissionsButCamera(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const origin = details.requestingUrl;
    callback(isPermissionGranted({ permission, origin, isMainFrame: details.isMainFrame, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    const media = details.mediaType === undefined ? [] : [details.mediaType];
    return isPermissionGranted({ permission, origin, isMainFrame: details.isMainFrame, media });
  });
  session.setDevicePermissionHandler(() => false);
}
