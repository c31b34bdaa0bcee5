import type { PhoneContext } from '../parts';
import type { Calling } from './calling';

/** What every capability of `wx` is made from. */
export interface ApiPart {
  readonly context: PhoneContext;
  readonly calling: Calling;
}
