// @ts-check
/**
 * `Date` as a cloud function sees it: the emulator's clock, also when it moves while the function runs, and UTC, which is
 * the time zone of SCF whatever this machine's is. A thread cannot have a time zone of its own, so the methods that
 * speak local time are replaced by their UTC twins; else code passes on a laptop in Shanghai and fails on CloudBase.
 */
const PARTS = ['Date', 'Day', 'FullYear', 'Hours', 'Milliseconds', 'Minutes', 'Month', 'Seconds'];
/** An explicit zone, or ISO's date-only form, which is UTC by itself. */
const ZONED = /(?:Z|GMT|UTC?|[ECMP][SD]T|[+-]\d\d:?\d\d)\s*(?:\([^)]*\))?$|^\s*[+-]?\d{4,6}(?:-\d\d){0,2}\s*$/i;

const RealDate = Date;
const RealFormat = Intl.DateTimeFormat;
/** @type {any} */
const prototype = RealDate.prototype;

/** Replaces the globals of this thread.
 * @param {Float64Array} offset ms to add to the machine's clock, shared with the emulator
 */
function installDate(offset) {
  const now = () => RealDate.now() + (offset[0] ?? 0);
  const parse = parser();
  useUtcParts();
  useUtcText();
  const Moved = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) => Reflect.construct(target, [time(args)], newTarget),
    get: (target, key, receiver) =>
      key === 'now' ? now : key === 'parse' ? parse : Reflect.get(target, key, receiver),
  });

  /** @param {any[]} args */
  function time(args) {
    if (args.length === 0) return now();
    if (args.length === 1) return typeof args[0] === 'string' ? parse(args[0]) : args[0];
    return RealDate.UTC(.../** @type {[number, number]} */ (args));
  }

  prototype.constructor = Moved;
  globalThis.Date = Moved;
  Intl.DateTimeFormat = new Proxy(RealFormat, {
    apply: (target, _self, [locales, options]) => new target(locales, { timeZone: 'UTC', ...options }),
    construct: (target, [locales, options]) => new target(locales, { timeZone: 'UTC', ...options }),
  });
}

/** `Date.parse` that takes a text without a zone as UTC. Made before the getters are replaced. */
function parser() {
  const local = PARTS.map((part) => prototype[`get${part}`]);
  const [date, , year, hours, ms, minutes, month, seconds] = local;
  return (/** @type {string} */ text) => {
    const parsed = RealDate.parse(text);
    if (Number.isNaN(parsed) || ZONED.test(String(text))) return parsed;
    const at = new RealDate(parsed);
    return (
      new RealDate(0).setUTCFullYear(year.call(at), month.call(at), date.call(at)) +
      ((hours.call(at) * 60 + minutes.call(at)) * 60 + seconds.call(at)) * 1000 +
      ms.call(at)
    );
  };
}

function useUtcParts() {
  for (const part of PARTS) {
    prototype[`get${part}`] = prototype[`getUTC${part}`];
    if (part !== 'Day') prototype[`set${part}`] = prototype[`setUTC${part}`];
  }
  prototype.getYear = /** @this {Date} */ function () {
    return this.getUTCFullYear() - 1900;
  };
  prototype.getTimezoneOffset = /** @this {Date} */ function () {
    return Number.isNaN(this.getTime()) ? NaN : 0;
  };
}

function useUtcText() {
  prototype.toDateString = text((day, date, month, year) => `${day} ${month} ${date} ${year}`);
  prototype.toTimeString = text((_day, _date, _month, _year, time) => `${time} GMT+0000 (Coordinated Universal Time)`);
  prototype.toString = text(
    (day, date, month, year, time) => `${day} ${month} ${date} ${year} ${time} GMT+0000 (Coordinated Universal Time)`,
  );
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const native = prototype[name];
    prototype[name] = /** @this {Date} */ function (/** @type {unknown} */ locales, /** @type {object} */ options) {
      return native.call(this, locales, { timeZone: 'UTC', ...options });
    };
  }
}

/** A method that is made of the parts of `toUTCString`: 'Wed, 01 May 2024 00:00:00 GMT'.
 * @param {(day: string, date: string, month: string, year: string, time: string) => string} format
 */
function text(format) {
  return /** @this {Date} */ function () {
    if (Number.isNaN(this.getTime())) return 'Invalid Date';
    const [day = '', date = '', month = '', year = '', time = ''] = this.toUTCString().replace(',', '').split(' ');
    return format(day, date, month, year, time);
  };
}

module.exports = { installDate };
