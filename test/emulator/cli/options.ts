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
    throw new CommandLineError(message, help);
  }
}

/** @throws CommandLineError for anything but a port, 1 to 65535. */
export function parsePort(text: string, help: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) {
    throw new CommandLineError(`--port takes a number from 1 to 65535, got '${text}'`, help);
  }
  return port;
}
