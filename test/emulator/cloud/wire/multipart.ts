/**
 * Fields of a multipart/form-data body as bytes. Not `Request.formData()`: the SDK sends protobuf in a field without a
 * file name, which that reads as text and spoils.
 */
export function multipartFields(contentType: string, body: Buffer): ReadonlyMap<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType);
  if (boundary === null) throw new TypeError(`no boundary in content-type ${contentType}`);
  const delimiter = Buffer.from(`\r\n--${boundary[1] ?? boundary[2] ?? ''}`);
  // The first delimiter has no line break before it.
  const bytes = Buffer.concat([Buffer.from('\r\n'), body]);
  const fields = new Map<string, Buffer>();
  let start = bytes.indexOf(delimiter);
  while (start !== -1) {
    const next = bytes.indexOf(delimiter, start + delimiter.length);
    if (next === -1) break;
    const part = bytes.subarray(start + delimiter.length + 2, next);
    const blank = part.indexOf('\r\n\r\n');
    const name = /name="([^"]*)"/i.exec(part.subarray(0, blank).toString('utf8'))?.[1];
    if (blank !== -1 && name !== undefined) fields.set(name, part.subarray(blank + 4));
    start = next;
  }
  return fields;
}
