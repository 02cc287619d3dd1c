import {
  type ConstantNode,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type ParenthesisNode,
  parse,
  type SymbolNode,
} from 'mathjs/number';
import { InputError } from '../../input-error';
import { requireMargin } from './margin-size';

/** How a structure is made from others. */
export type DerivedExpression =
  | { readonly kind: 'structure'; readonly name: string }
  | { readonly kind: 'union' | 'difference' | 'intersection'; readonly of: readonly [DerivedExpression, DerivedExpression] }
  | { readonly kind: 'expand' | 'contract'; readonly of: DerivedExpression; readonly marginMm: number };

const TOKEN = /"([^"]*)"|(\d+(?:\.\d+)?|\.\d+)\s*(\p{L}+)?|([\p{L}_][\p{L}\p{N}_]*(?:#\d+)?)|([^\s+\-&(),])/gu;
const FUNCTIONS = ['expand', 'contract'] as const;
const OPERATIONS = new Map([
  ['add', 'union'],
  ['subtract', 'difference'],
  ['bitAnd', 'intersection'],
] as const);
/** No structure is made of so many; what has more is made by a program gone wrong, and the work on it has no end. */
const MOST_TERMS = 200;
const FEWER = `at most ${MOST_TERMS} of them; make parts of it as structures of their own`;
const NEEDED =
  'names joined by + (union), - (difference) and & (intersection), parentheses, expand(name, 3 mm), contract(name, 2 mm); names with other signs than letters, digits and underscores in double quotes (but `Name#3` as it is)';

/**
 * Reads a derived structure: `Lung_L + Lung_R - GTV`, `expand("Spinal Cord", 3 mm) & Body`. `+` and `-` are worked from
 * left to right; beside `&` they need parentheses, because programs differ in which of them they work first.
 * Names and margins are replaced by symbols before mathjs reads the text, and only the node types above are taken from
 * its tree, so no function, name or unit of mathjs can be reached.
 * @throws InputError for anything else, with the expression in the message.
 */
export function parseDerived(text: string): DerivedExpression {
  const refuse = (found: string, needed = NEEDED): never => {
    const short = text.length > 200 ? `${text.slice(0, 200)}…` : text;
    throw new InputError({ where: `derived structure "${short}"`, found, needed });
  };
  if (text.trim() === '') return refuse('nothing');
  if ((text.match(/[(]/g) ?? []).length > MOST_TERMS) return refuse('more than 200 parentheses', FEWER);
  const names: string[] = [];
  const marginsMm: number[] = [];
  const symbols = text.replace(TOKEN, (all, quoted?: string, number?: string, unit?: string, word?: string) => {
    if (quoted !== undefined) return ` n${names.push(quoted) - 1} `;
    if (number !== undefined) {
      if (unit !== 'mm') refuse(`the number "${all}"`, 'margins with their unit: 3 mm');
      return ` d${marginsMm.push(Number(number)) - 1} `;
    }
    if (word !== undefined) return (FUNCTIONS as readonly string[]).includes(word) ? word : ` n${names.push(word) - 1} `;
    return refuse(`"${all}"`);
  });

  if (names.length > MOST_TERMS) return refuse(`${names.length} names`, FEWER);
  const build = (node: MathNode): DerivedExpression => {
    switch (node.type) {
      case 'ParenthesisNode':
        return build((node as ParenthesisNode).content);
      case 'SymbolNode':
        return structure(node as SymbolNode);
      case 'OperatorNode':
        return operation(node as OperatorNode);
      case 'FunctionNode':
        return margin(node as FunctionNode);
      default:
        return refuse(node.type === 'ConstantNode' ? `"${(node as ConstantNode).value}"` : `"${text}"`);
    }
  };
  const structure = ({ name }: SymbolNode): DerivedExpression => {
    const found = names[indexOf(name, 'n')];
    return found === undefined ? refuse(`a margin where a structure must stand`) : { kind: 'structure', name: found };
  };
  const operation = (node: OperatorNode): DerivedExpression => {
    const { fn, args, implicit } = node as OperatorNode & { fn: string };
    const kind = OPERATIONS.get(fn as 'add');
    if (implicit) return refuse('two names with nothing between them', `${NEEDED}; a name with a space in double quotes`);
    if (kind === undefined || args.length !== 2) return refuse(`"${text}"`);
    if (args.some((arg) => isMixed(fn, arg))) return refuse('& beside + or -', 'parentheses that say which comes first');
    return { kind, of: [build(args[0]), build(args[1])] };
  };
  const margin = ({ fn, args }: FunctionNode): DerivedExpression => {
    const kind = FUNCTIONS.find((name) => name === fn.name);
    if (kind === undefined || args.length !== 2) return refuse(`${fn.name ?? 'a function'} with ${args.length} arguments`);
    const marginMm = args[1].type === 'SymbolNode' ? marginsMm[indexOf((args[1] as SymbolNode).name, 'd')] : undefined;
    if (marginMm === undefined) return refuse(`${kind} without a margin`, `${kind}(name, 3 mm)`);
    try {
      requireMargin(kind, marginMm);
    } catch (error) {
      if (error instanceof InputError) return refuse(error.found, error.needed);
      throw error;
    }
    return { kind, of: build(args[0]), marginMm };
  };

  let tree: MathNode;
  try {
    tree = parse(symbols);
  } catch {
    return refuse(`"${text}"`);
  }
  return build(tree);
}

const indexOf = (symbol: string, letter: string): number => Number(new RegExp(`^${letter}(\\d+)$`).exec(symbol)?.[1] ?? -1);

/** Whether `arg` is an unbracketed operation that must not stand beside the operation `fn` without parentheses. */
function isMixed(fn: string, arg: MathNode): boolean {
  if (arg.type !== 'OperatorNode') return false;
  const inner = (arg as OperatorNode & { fn: string }).fn;
  return (fn === 'bitAnd') !== (inner === 'bitAnd');
}

/** The names of the structures that an expression is made from, each once. */
export function namesIn(expression: DerivedExpression): string[] {
  switch (expression.kind) {
    case 'structure':
      return [expression.name];
    case 'expand':
    case 'contract':
      return namesIn(expression.of);
    default:
      return [...new Set(expression.of.flatMap(namesIn))];
  }
}
