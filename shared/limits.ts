/**
 * Every bound on what a stranger can hand us, in one place, with its unit and its reason.
 * Sizes are checked before anything is parsed.
 */

/**
 * Characters of scanned text the IPC contract lets through. A QR code holds at most 7,089 digits
 * (ISO/IEC 18004 version 40-L), so no scanner can legitimately deliver more.
 */
export const MAX_SCANNED_TEXT_LENGTH = 8_192;

/** Characters of a certificate text after trimming; longer is refused before decoding. */
export const MAX_CERTIFICATE_TEXT_LENGTH = 1_200;

/** Characters an issuer should stay within, so that the code stays readable (QR version 13 at level M). */
export const RECOMMENDED_CERTIFICATE_TEXT_LENGTH = 420;

/** Nested arrays and maps in a certificate; the format needs three. */
export const MAX_CBOR_NESTING = 8;

/** Characters (Unicode code points) of a company name. */
export const MAX_HOLDER_NAME_LENGTH = 120;

/** Characters of a grade code; the longest in use in China has two. */
export const MAX_GRADE_LENGTH = 4;

/** Bytes of a certificate number (claim cti). */
export const MIN_CERTIFICATE_NUMBER_BYTES = 8;
export const MAX_CERTIFICATE_NUMBER_BYTES = 16;

/** Seconds a short-lived on-screen code may stay valid. */
export const MAX_PRESENTATION_SECONDS = 300;

/** Seconds a clock may differ between issuer and terminal for `nbf`, `iat` and signed trust data. */
export const CLOCK_TOLERANCE_SECONDS = 300;

/** Bytes of issuers.json and of policy.json; a district needs a few thousand. */
export const MAX_TRUST_DOCUMENT_BYTES = 1_048_576;

/** Bytes of one status list as transported; 64 MiB of statuses compress to well under this at any real rate. */
export const MAX_STATUS_LIST_BYTES = 16 * 1_048_576;

/** Bytes of one status list after inflation. */
export const MAX_INFLATED_STATUS_LIST_BYTES = 64 * 1_048_576;

/** Status lists in one bundle; 500 lists of 2^17 entries cover sixty-five million certificates. */
export const MAX_STATUS_LISTS = 500;

/** Bytes of a picture or document with codes in it; a 50-megapixel photo stays below. */
export const MAX_INTAKE_FILE_BYTES = 32 * 1_048_576;

/** Files of one choice; a funding round of a district has some hundreds of applicants. */
export const MAX_CHOSEN_FILES = 2_000;
