// A fresh process: loads a function, calls it once, prints the milliseconds from here (Node itself has started) to the answer.
const { performance } = require('node:perf_hooks');
const { resolve } = require('node:path');

const from = performance.now();
const [folder, event] = process.argv.slice(2);
const { main } = require(resolve(folder, 'index.js'));
main(JSON.parse(event), {}).then(
  (answer) => {
    process.stdout.write(JSON.stringify({ ms: performance.now() - from, answer }), () => process.exit(0));
  },
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
