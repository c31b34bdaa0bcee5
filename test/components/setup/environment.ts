process.env['TARO_ENV'] = 'weapp';
process.env['TARO_PLATFORM'] = 'mini';
// Every test launches the app anew, libraries included, and ends it itself.
process.env['RTL_SKIP_AUTO_CLEANUP'] = 'true';
// Taro wraps a page in <root>, a tag that React would warn about in a browser.
Object.defineProperty(HTMLUnknownElement.prototype, Symbol.toStringTag, { value: 'HTMLElement' });
