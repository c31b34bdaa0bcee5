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

const dom =
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

export const View = dom('div');
export const Text = dom('span');

type Handler = (event: { readonly detail: unknown }) => void;

interface ButtonProps extends Props {
  readonly openType?: string;
  readonly onGetPhoneNumber?: Handler;
  readonly onChooseAvatar?: Handler;
  readonly onAgreePrivacyAuthorization?: Handler;
}

declare global {
  /** The test's WeChat: what a tap on an open-type button leads to, by open-type; undefined where no event comes. */
  var tapOpenType: ((openType: string, buttonId: string | undefined) => Promise<unknown>) | undefined;
}

const PlainButton = dom('button');

/** As on a phone: a tap on a button with an open-type goes to WeChat, which answers by the event. */
export function Button({ openType = '', onClick, ...props }: ButtonProps) {
  const handlers: Readonly<Record<string, Handler | undefined>> = {
    getPhoneNumber: props.onGetPhoneNumber,
    chooseAvatar: props.onChooseAvatar,
    agreePrivacyAuthorization: props.onAgreePrivacyAuthorization,
  };
  const tap: MouseEventHandler = (event) => {
    onClick?.(event);
    for (const name of openType.split('|').filter(Boolean)) {
      void globalThis.tapOpenType?.(name, props.id).then((detail) => {
        if (detail !== undefined) handlers[name]?.({ detail });
      });
    }
  };
  return <PlainButton {...props} onClick={tap} />;
}

export const Image = ({
  className,
  src,
  ariaLabel,
}: {
  readonly className?: string;
  readonly src: string;
  readonly ariaLabel?: string;
}) => <img className={className} src={src} alt={ariaLabel} />;

interface InputProps {
  readonly className?: string;
  readonly type?: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly onBlur?: (event: { readonly detail: { readonly value: string } }) => void;
}

/** Keeps what is typed, as WeChat's does, until the app sets another value. */
export const Input = ({ className, type, placeholder, value, onBlur }: InputProps) => (
  <input
    key={value}
    className={className}
    data-type={type}
    placeholder={placeholder}
    defaultValue={value}
    onBlur={({ target }) => onBlur?.({ detail: { value: target.value } })}
  />
);
