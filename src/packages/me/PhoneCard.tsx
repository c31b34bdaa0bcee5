import { Button, Text, View } from '@tarojs/components';
import { maskedPhone } from '../../../cloud/contract/masked-phone';
import { ErrorNote } from '../../components/ErrorNote/ErrorNote';
import { usePhoneNumber } from '../../hooks/usePhoneNumber';
import { confirm } from '../../wechat/confirm';

/** The phone number, masked: somebody may be looking over the shoulder. */
export function PhoneCard() {
  const { state, buttonProps, replaceProps, repeatable, tapAgrees, forget, recover } = usePhoneNumber();
  const phone = state.status === 'idle' ? undefined : state.data;
  const error = state.status === 'error' ? state.error : undefined;

  const remove = async () => {
    const text = '报名活动时，领队就联系不到你了。';
    if (await confirm({ title: '删除手机号？', text, yes: '删除' })) await forget();
  };

  return (
    <>
      <View className="me__card">
        <View className="me__row">
          <Text className="me__label">手机号</Text>
          <Text className="me__value">{phone ? maskedPhone(phone) : '报名时，领队用它联系你'}</Text>
        </View>
        <View className="me__row me__row--actions">
          {phone ? (
            <>
              <Button {...replaceProps} className="me__action me__replace" hoverClass="me__action--pressed">
                更换
              </Button>
              <Button
                className="me__action me__remove"
                hoverClass="me__action--pressed"
                disabled={state.status === 'pending'}
                onClick={() => void remove()}
              >
                删除
              </Button>
            </>
          ) : (
            <Button {...buttonProps} className="me__action me__phone" hoverClass="me__action--pressed">
              {buttonProps.loading ? '请稍候' : repeatable ? '再试一次' : '使用微信手机号'}
            </Button>
          )}
        </View>
        {tapAgrees && !phone && <Text className="me__remark">轻触即表示你同意用户隐私保护指引</Text>}
      </View>
      {error && (
        <ErrorNote
          sentence={error.sentence}
          action={phone && repeatable ? '再试一次' : undefined}
          onAction={() => void recover()}
        />
      )}
    </>
  );
}
