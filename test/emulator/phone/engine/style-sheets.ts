/** Which comes first where two rules weigh the same: app.wxss, components, the page. */
const LAYERS = ['app', 'component', 'page'] as const;
export type StyleLayer = (typeof LAYERS)[number];

/** The style sheets of one phone, in its document. */
export class StyleSheets {
  readonly #sheets = new Map<string, HTMLStyleElement>();
  readonly #ends: ReadonlyMap<StyleLayer, Comment>;

  constructor(readonly document: Document) {
    this.#ends = new Map(
      LAYERS.map((layer) => {
        const end = document.createComment(`${layer} styles`);
        document.head.append(end);
        return [layer, end];
      }),
    );
  }

  /** Adds or replaces the sheet of a path. */
  set(path: string, layer: StyleLayer, css: string): void {
    const known = this.#sheets.get(path);
    if (known) {
      if (known.textContent !== css) known.textContent = css;
      return;
    }
    const sheet = this.document.createElement('style');
    sheet.dataset['wxss'] = path;
    sheet.textContent = css;
    this.#ends.get(layer)?.before(sheet);
    this.#sheets.set(path, sheet);
  }

  clear(): void {
    for (const sheet of this.#sheets.values()) sheet.remove();
    this.#sheets.clear();
  }

  dispose(): void {
    this.clear();
    for (const end of this.#ends.values()) end.remove();
  }
}
