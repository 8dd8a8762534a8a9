/**
 * Stands in a text where it sends people to a staffed window. The terminal's settings may name that
 * window (`nameStaffedWindow`), so that a visitor is told where to go and not left to look for it.
 */
export const STAFFED_WINDOW = '$t(staffedWindow)';
