import { Button, Text, View } from '@tarojs/components';
import './PrivacySheet.scss';

interface Props {
  /** `《…隐私保护指引》` */
  readonly contractName: string;
  readonly onAgree: (buttonId: string) => void;
  readonly onRefuse: () => void;
  readonly onReadContract: () => void;
}

/** WeChat checks that a button of this id was tapped. */
const buttonId = 'privacy-sheet-agree';

/** Says what the app wants and why, before WeChat asks: the steps, the number, the face. */
export function PrivacySheet({ contractName, onAgree, onRefuse, onReadContract }: Props) {
  return (
    <View className="privacy-sheet" catchMove>
      <View className="privacy-sheet__card" ariaRole="dialog" ariaLabel="隐私保护提示">
        <Text className="privacy-sheet__title">先说清楚，再请你同意</Text>
        <Text className="privacy-sheet__text">
          {
            '步数用来看你每天走了多少，你进了哪个群的榜就给那个群看；手机号只在报名时联系你；头像和昵称让同群的人认出你；照片放进群相册，给那个群看。你随时可以在“我的”里删除。'
          }
        </Text>
        <Text className="privacy-sheet__link" onClick={onReadContract}>
          {`阅读${contractName}`}
        </Text>
        <View className="privacy-sheet__choice">
          <Button
            className="privacy-sheet__button privacy-sheet__refuse"
            hoverClass="privacy-sheet__button--pressed"
            onClick={onRefuse}
          >
            不同意
          </Button>
          <Button
            id={buttonId}
            className="privacy-sheet__button privacy-sheet__agree"
            hoverClass="privacy-sheet__button--pressed"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => onAgree(buttonId)}
          >
            同意
          </Button>
        </View>
      </View>
    </View>
  );
}
