/** The PIN of the demo world, known to everybody; a self-test warns of it. */
export const DEMO_PIN = '2580';
