import { useEffect, useState } from 'react';
import type { Language } from '../text/language.ts';
import { chooseVoice } from './choose-voice.ts';

/** The machine's voice for a language; `undefined` while it has none. */
export function useVoice(language: Language): SpeechSynthesisVoice | undefined {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    const { speechSynthesis } = window;
    // They come from another process and arrive some time after the page.
    const read = () => setVoices(speechSynthesis.getVoices());
    read();
    speechSynthesis.addEventListener('voiceschanged', read);
    return () => speechSynthesis.removeEventListener('voiceschanged', read);
  }, []);
  return chooseVoice(voices, language);
}

/** What is to be said, by whom, and how loud. */
export interface Speech {
  /** Nothing is said without a voice. */
  readonly voice: SpeechSynthesisVoice | undefined;
  readonly words: string;
  readonly volumePercent: number;
}

/** Says the words whenever they change, and falls silent at once when there are none. */
export function useSpeech({ voice, words, volumePercent }: Speech): void {
  useEffect(() => {
    if (voice === undefined || words === '') return undefined;
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.volume = volumePercent / 100;
    window.speechSynthesis.speak(utterance);
    return () => window.speechSynthesis.cancel();
  }, [voice, words, volumePercent]);
}
