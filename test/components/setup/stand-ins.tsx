import { createElement, type MouseEventHandler, type ReactNode } from 'react';

interface Props {
  readonly id?: string;
  readonly className?: string;
  /** Taro takes CSS text too; React's DOM does not. */
  readonly style?: string | Record<string, string>;
  readonly ariaRole?: string;
  readonly ariaLabel?: string;
  readonly hoverClass?: string;
  readonly disabled?: boolean;
  readonly onClick?: MouseEventHandler;
  readonly children?: ReactNode;
}

const standIn =
  (tag: 'div' | 'span' | 'button') =>
  ({ id, className, style, ariaRole, ariaLabel, disabled, onClick, children }: Props) =>
    createElement(
      tag,
      {
        id,
        className,
        role: ariaRole,
        'aria-label': ariaLabel,
        disabled,
        onClick,
        ref: (element: HTMLElement | null) => {
          if (typeof style === 'string') element?.setAttribute('style', style);
        },
        ...(typeof style === 'object' && { style }),
      },
      children,
    );

export const View = standIn('div');
export const Text = standIn('span');
export const Button = standIn('button');
