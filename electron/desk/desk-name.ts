/** Whose records the terminal writes: the desk's name, until a clerk says another. */
export interface DeskName {
  /** Empty where nobody has named the desk. */
  current(): string;
  take(name: string): void;
}

/** Starts with the configured name. */
export function createDeskName(configured: string): DeskName {
  let name = configured;
  return {
    current: () => name,
    take: (taken) => {
      name = taken;
    },
  };
}
