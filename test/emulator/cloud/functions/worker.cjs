// @ts-check
/**
 * The inside of a function worker: loads one cloud function and runs its invocations, one after another, each with the
 * environment that `wx-server-sdk` reads. Plain JavaScript, so that it starts without a compiler.
 */
const { parentPort, workerData } = require('node:worker_threads');
const { format } = require('node:util');
const { installDate } = require('./worker-date.cjs');

/** @typedef {import('./messages').InvokeMessage} InvokeMessage */
/** @typedef {import('./messages').WorkerMessage} WorkerMessage */
/** @typedef {import('./messages').WorkerData} WorkerData */

if (parentPort === null) throw new Error('worker.cjs runs as a worker only');
const port = parentPort;
/** @type {WorkerData} */
const { entry, clock } = workerData;

/** @param {WorkerMessage} message */
const send = (message) => port.postMessage(message);

installDate(new Float64Array(clock));
captureConsole();

/** @type {(event: unknown, context: unknown, callback?: (error: unknown, result?: unknown) => void) => unknown} */
let main;
try {
  main = require(entry).main;
  if (typeof main !== 'function') throw new TypeError(`${entry} does not export a function called main`);
  send({ kind: 'loaded' });
} catch (error) {
  send({ kind: 'failed', stack: describe(error) });
}

port.on('message', (/** @type {InvokeMessage} */ { event, context, environment }) => {
  Object.assign(process.env, environment);
  run(event, context)
    .then(
      (result) => send({ kind: 'done', result }),
      (error) => send({ kind: 'failed', stack: describe(error) }),
    )
    .finally(() => {
      for (const name of Object.keys(environment)) delete process.env[name];
      // What the function still does after its answer is known by its token.
      Object.assign(process.env, { WX_CONTEXT_KEYS: 'WX_API_TOKEN', WX_API_TOKEN: environment.WX_API_TOKEN });
    });
});

/**
 * @param {string} event
 * @param {Readonly<Record<string, unknown>>} context
 * @returns {Promise<string>}
 */
async function run(event, context) {
  const result = await call(JSON.parse(event), { ...context });
  // What cannot be said in JSON (undefined, a function) reaches the client as null.
  return JSON.stringify(result) ?? 'null';
}

/** `main(event, context)`, or the older `main(event, context, callback)` that answers through its callback.
 * @param {unknown} event
 * @param {unknown} context
 * @returns {unknown}
 */
function call(event, context) {
  if (main.length < 3) return main(event, context);
  return new Promise((resolve, reject) => {
    const returned = main(event, context, (error, result) => (error ? reject(error) : resolve(result)));
    if (returned !== undefined) resolve(returned);
  });
}

function captureConsole() {
  for (const level of /** @type {const} */ (['log', 'info', 'warn', 'error', 'debug'])) {
    console[level] = (...values) => send({ kind: 'console', level, text: format(...values) });
  }
  process.stdout.write = printed('log');
  process.stderr.write = printed('error');
}

/** A `write` of a stream, into the function's log. As a message, so that it keeps its place before the answer.
 * @param {string} level
 * @returns {(chunk: string | Uint8Array) => boolean}
 */
function printed(level) {
  return (chunk) => {
    const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    send({ kind: 'console', level, text: text.replace(/\n$/, '') });
    return true;
  };
}

/** @param {unknown} error */
function describe(error) {
  if (error instanceof Error) return error.stack ?? String(error);
  return format(error);
}
