/** `tsx test/emulator/cli.ts <command>`: the local WeChat from the command line. */
import { CommandLineError } from './cli/command-line-error';

const HELP = `The local WeChat: a mini program, unmodified, with its cloud functions, on this machine.

  start     runs a project and prints the address of its page
  exec      runs a command against a project (tests), then stops everything
  export    writes the kept data into a file
  import    replaces the kept data with a file's

Each of them has --help.`;

async function run(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  switch (command) {
    case 'start':
      return (await import('./cli/start')).start(rest);
    case 'exec':
      return (await import('./cli/exec')).exec(rest);
    case 'export':
      return (await import('./cli/data-file')).exportData(rest);
    case 'import':
      return (await import('./cli/data-file')).importData(rest);
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      console.log(HELP);
      return 0;
    default:
      throw new CommandLineError(`there is no command '${command}'`, HELP);
  }
}

function report(error: unknown): void {
  if (error instanceof CommandLineError) {
    console.error(`${error.message}\n\n${error.help}`);
    return;
  }
  if (!(error instanceof Error)) {
    console.error(error);
    return;
  }
  console.error(process.env.DEBUG === undefined ? error.message : error);
  if (error instanceof AggregateError) error.errors.forEach(report);
}

run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    report(error);
    process.exit(1);
  },
);
