/** A selector of `page.$`: tags, .class, #id, [attribute], descendant and child combinators, lists. */
export interface Compound {
  readonly tag: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly attributes: readonly AttributeTest[];
}

export interface AttributeTest {
  readonly name: string;
  readonly operator: '=' | '^=' | '$=' | '*=' | '~=' | undefined;
  readonly value: string;
}

/** One compound, and how it relates to the one before it in the text. */
export interface Step {
  readonly compound: Compound;
  readonly combinator: 'descendant' | 'child';
}

/** Alternatives; each reads from its last compound outwards. */
export type Selector = readonly (readonly Step[])[];

const TOKEN =
  /\s*(>)\s*|\s*(,)\s*|(\s+)|(\*|[a-zA-Z][\w-]*)|\.([\w-]+)|#([\w-]+)|\[\s*([\w-]+)\s*(?:([\^$*~]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s]+))\s*)?\]/y;

/** Throws a SyntaxError that names what it does not know. */
export function parseSelector(text: string): Selector {
  const source = text.trim();
  const alternatives: Step[][] = [];
  let steps: Step[] = [];
  let compound: Compound | undefined;
  let combinator: Step['combinator'] = 'descendant';
  let at = 0;

  const end = (next: Step['combinator']): void => {
    if (!compound) throw unknown(text, at);
    steps.unshift({ compound, combinator });
    compound = undefined;
    combinator = next;
  };

  while (at < source.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) throw unknown(text, at);
    const [whole, child, comma, space, tag, className, id, name, operator, ...values] = match;
    if (comma) {
      end('descendant');
      alternatives.push(steps);
      steps = [];
    } else if (child) end('child');
    else if (space) end('descendant');
    else {
      compound ??= { tag: undefined, id: undefined, classes: [], attributes: [] };
      compound = {
        ...compound,
        tag: tag && tag !== '*' ? tag : compound.tag,
        id: id ?? compound.id,
        classes: className ? [...compound.classes, className] : compound.classes,
        attributes: name ? [...compound.attributes, attributeTest(name, operator, values)] : compound.attributes,
      };
    }
    at += whole.length;
  }
  end('descendant');
  return [...alternatives, steps];
}

function attributeTest(
  name: string,
  operator: string | undefined,
  values: readonly (string | undefined)[],
): AttributeTest {
  return {
    name,
    operator: operator as AttributeTest['operator'],
    value: values.find((value) => value !== undefined) ?? '',
  };
}

function unknown(text: string, at: number): SyntaxError {
  return new SyntaxError(
    `selector ${JSON.stringify(text)}: cannot read ${JSON.stringify(text.trim().slice(at)) || 'its end'}; ` +
      'known are tag, .class, #id, [attribute], "a b", "a > b" and "a, b"',
  );
}
