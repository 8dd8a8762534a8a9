/**
 * On which page of an OFD file a picture stands (GB/T 33190): the document lists its pages, a page
 * names the pictures on it by number, and a list of resources says which file has that number. A
 * picture that is not found this way is read all the same.
 */

interface Tag {
  readonly name: string;
  readonly attributes: string;
  /** The text behind the tag, up to the next one. */
  readonly text: string;
}

/** Paths of the pages in order, and the page of each picture by its path. */
export interface OfdPages {
  readonly count: number;
  readonly pageOf: ReadonlyMap<string, number>;
}

/** Reads the XML parts of an OFD file, by their paths. */
export function locatePictures(documents: ReadonlyMap<string, string>): OfdPages {
  const pages = [...documents].flatMap(([path, xml]) => pagesOf(path, xml));
  const files = new Map([...documents].flatMap(([path, xml]) => resourcesOf(path, xml)));
  const pageOf = new Map<string, number>();
  for (const [index, page] of pages.entries()) {
    for (const tag of tagsOf(documents.get(page) ?? '')) {
      const number = attributeOf(tag, 'ResourceID');
      const file = number === undefined ? undefined : files.get(`${documentOf(page)}#${number}`);
      if (file !== undefined && !pageOf.has(file)) pageOf.set(file, index + 1);
    }
  }
  return { count: pages.length, pageOf };
}

function pagesOf(path: string, xml: string): readonly string[] {
  if (!/(?:^|\/)Document\.xml$/i.test(path)) return [];
  return tagsOf(xml).flatMap((tag) => {
    const place = tag.name === 'Page' ? attributeOf(tag, 'BaseLoc') : undefined;
    return place === undefined ? [] : [resolve(folderOf(path), place)];
  });
}

function resourcesOf(path: string, xml: string): readonly (readonly [string, string])[] {
  const resources: (readonly [string, string])[] = [];
  let folder = folderOf(path);
  let number: string | undefined;
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'Res') folder = resolve(folder, attributeOf(tag, 'BaseLoc') ?? '');
    if (tag.name === 'MultiMedia') number = attributeOf(tag, 'ID');
    if (tag.name === 'MediaFile' && number !== undefined) {
      resources.push([`${documentOf(path)}#${number}`, resolve(folder, tag.text.trim())]);
    }
  }
  return resources;
}

/** Tags without their namespace. Walks in linear time over whatever is there. */
function tagsOf(xml: string): readonly Tag[] {
  const tags = xml.matchAll(
    /<(?:[\w.-]{1,40}:)?(?<name>[A-Za-z]{1,40})(?<attributes>[^<>]{0,2000})>/g,
  );
  return [...tags].map(({ groups = {}, index, 0: whole }) => {
    const start = index + whole.length;
    const end = xml.indexOf('<', start);
    const text = xml.slice(start, Math.min(end < 0 ? xml.length : end, start + 512));
    return { name: groups.name ?? '', attributes: groups.attributes ?? '', text };
  });
}

function attributeOf({ attributes }: Tag, name: string): string | undefined {
  return new RegExp(`\\s${name}\\s*=\\s*["'](?<value>[^"']*)["']`).exec(attributes)?.groups?.value;
}

/** Resource numbers count within one document of the file: `Doc_0/…`. */
function documentOf(path: string): string {
  return path.replace(/^\//, '').split('/')[0] ?? '';
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function resolve(folder: string, place: string): string {
  if (place.startsWith('/')) return place.slice(1);
  const joined = `${folder}/${place}`.split('/').filter((part) => part !== '' && part !== '.');
  return joined.join('/');
}
