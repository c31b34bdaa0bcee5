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
  /** In the DOM a long press asks for a menu. */
  readonly onLongPress?: MouseEventHandler;
  readonly children?: ReactNode;
}

const dom =
  (tag: 'div' | 'span' | 'button') =>
  ({ id, className, style, ariaRole, ariaLabel, disabled, onClick, onLongPress, children }: Props) =>
    createElement(
      tag,
      {
        id,
        className,
        role: ariaRole,
        'aria-label': ariaLabel,
        disabled,
        onClick,
        onContextMenu: onLongPress,
        ref: (element: HTMLElement | null) => {
          if (typeof style === 'string') element?.setAttribute('style', style);
        },
        ...(typeof style === 'object' && { style }),
      },
      children,
    );

export const View = dom('div');
export const Text = dom('span');

/** WeChat draws the name; who is not in the group sees `defaultText`. */
export const OpenData = ({ defaultText, ...props }: Props & { readonly defaultText?: string }) => (
  <Text {...props}>{defaultText}</Text>
);

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
  onClick,
  onLongPress,
}: Pick<Props, 'className' | 'ariaLabel' | 'onClick' | 'onLongPress'> & { readonly src: string }) => (
  <img className={className} src={src} alt={ariaLabel} onClick={onClick} onContextMenu={onLongPress} />
);

interface InputProps {
  readonly className?: string;
  readonly type?: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly ariaLabel?: string;
  readonly onInput?: (event: { readonly detail: { readonly value: string } }) => void;
  readonly onBlur?: (event: { readonly detail: { readonly value: string } }) => void;
}

/** Keeps what is typed, as WeChat's does, until the app sets another value. */
export const Input = ({ className, type, placeholder, value, ariaLabel, onInput, onBlur }: InputProps) => (
  <input
    key={value}
    className={className}
    data-type={type}
    placeholder={placeholder}
    aria-label={ariaLabel}
    defaultValue={value}
    onInput={({ currentTarget }) => onInput?.({ detail: { value: currentTarget.value } })}
    onBlur={({ target }) => onBlur?.({ detail: { value: target.value } })}
  />
);

interface PickerProps {
  readonly mode?: string;
  readonly value?: string | number;
  readonly start?: string;
  readonly end?: string;
  readonly onChange?: (event: { readonly detail: { readonly value: string } }) => void;
  readonly children?: ReactNode;
}

/** What opens from below on a phone is a field beside the row here. */
export const Picker = ({ mode, value, start, end, onChange, children }: PickerProps) => (
  <div>
    {children}
    <input
      data-picker={mode}
      data-start={start}
      data-end={end}
      defaultValue={value}
      onChange={({ target }) => onChange?.({ detail: { value: target.value } })}
    />
  </div>
);

interface SwitchProps {
  readonly checked?: boolean;
  readonly ariaLabel?: string;
  readonly onChange?: (event: { readonly detail: { readonly value: boolean } }) => void;
}

export const Switch = ({ checked = false, ariaLabel, onChange }: SwitchProps) => (
  <input
    type="checkbox"
    role="switch"
    aria-label={ariaLabel}
    checked={checked}
    onChange={({ target }) => onChange?.({ detail: { value: target.checked } })}
  />
);
