import { Input, Text, View } from '@tarojs/components';

interface Props {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  /** Characters. WeChat's own limit is looser: a pasted text is cut nowhere, and the fault says how long it is. */
  readonly most: number;
  readonly digits?: boolean;
  readonly fault: string | undefined;
  readonly onEdit: (value: string) => void;
  readonly onLeave: () => void;
}

/** One line to type, and below it what is wrong with it. */
export function TextRow({ label, placeholder, value, most, digits = false, fault, onEdit, onLeave }: Props) {
  return (
    <View className="plan__field">
      <View className="plan__row">
        <Text className="plan__label">{label}</Text>
        <Input
          className="plan__input"
          type={digits ? 'number' : 'text'}
          placeholder={placeholder}
          placeholderClass="plan__placeholder"
          maxlength={most * 2}
          value={value}
          ariaLabel={label}
          onInput={({ detail }) => onEdit(detail.value)}
          onBlur={onLeave}
        />
      </View>
      {fault !== undefined && (
        <View className="plan__fault" ariaRole="alert">
          {fault}
        </View>
      )}
    </View>
  );
}
