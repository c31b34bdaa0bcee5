import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CommandLineError } from './command-line-error';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads a command's options.
 * @throws CommandLineError with the command's help for an unknown option, a missing value or a surplus word.
 */
export function parseOptions<T extends Options>(args: readonly string[], options: T, help: string, words = false) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: words, strict: true });
  } catch (error) {
    const [message = ''] = (error instanceof Error ? error.message : String(error)).split('. To specify');
    throw new CommandLineError(`${message}${nearest(message, Object.keys(options))}`, help);
  }
}

/** `; did you mean --port?` where an option begins as the unknown one does, or has its letters. */
function nearest(message: string, names: readonly string[]): string {
  const typed = /Unknown option '--?([^']+)'/.exec(message)?.[1];
  if (typed === undefined) return '';
  const letters = (name: string) => [...name].sort().join('');
  const name =
    names.find((known) => letters(known) === letters(typed)) ??
    names.find((known) => known.startsWith(typed.slice(0, 3)) || typed.startsWith(known));
  return name === undefined ? '' : `; did you mean --${name}?`;
}

/** @throws CommandLineError for anything but a port, 1 to 65535. */
export function parsePort(text: string, help: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new CommandLineError(`--port takes a number from 1 to 65535, got '${text}'`, help);
  }
  return port;
}
