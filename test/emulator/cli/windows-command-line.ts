/**
 * A program and its arguments as one line for cmd.exe, which alone finds `npx.cmd` and its like on Windows: every
 * argument arrives as it is. Two readers take a line apart: cmd.exe, where `^` takes a character's meaning away, and the
 * program itself, where quotes keep spaces together and a backslash before a quote counts (CommandLineToArgvW). What is
 * quoted also outlasts a `.cmd`, which has cmd.exe read its arguments again; a quote beside an `&` does not.
 */
export function windowsCommandLine([program, ...args]: readonly [string, ...string[]]): string {
  return [escaped(program), ...args.map((argument) => escaped(quoted(argument)))].join(' ');
}

function quoted(argument: string): string {
  if (/^[\w./:\\=@+-]+$/.test(argument)) return argument;
  const inner = argument.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${inner}"`;
}

const escaped = (text: string): string => text.replace(/[()%!^"<>&|;, ]/g, '^$&');
