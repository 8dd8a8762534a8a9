import type { JudgedItem } from './judged-item.ts';

/** One verdict as one line of JSON: the verdict itself, and where it came from. */
export function writeJson({ source, verdict, error }: JudgedItem): string {
  const { name: input, page } = source;
  const line = { input, ...(page === undefined ? {} : { page }), ...verdict };
  const json = JSON.stringify(error === undefined ? line : { ...line, error });
  // Allowed unescaped in JSON, but some readers of lines end a line there, and a terminal obeys them.
  return `${json.replace(/[\u007f-\u009f\u2028\u2029]/g, escapeCharacter)}\n`;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
