/** Class names as CHZZK's two builds make them. What follows the role changes with every build. */
import type { ChzzkPageOptions } from '../../chzzk/chat.ts';

const long = {
  aside: 'live_chatting_container__SvtjH',
  log: 'live_chatting_list_container__vwsbZ',
  fixed: 'live_chatting_list_fixed__Wy3TT',
  wrapper: 'live_chatting_list_wrapper__a5XTV',
  bottom: 'live_chatting_list_bottom__dW2l0',
  item: 'live_chatting_list_item__0SGhw',
  ranking: 'live_chatting_ranking_item__Zfkq1',
  mission: 'live_chatting_mission_item__Kd81s',
  missionText: 'live_chatting_mission_text__0aQxz',
  title: 'live_chatting_notice_title__p92Sa',
  body: 'live_chatting_message_container__vrI-y',
  message: 'live_chatting_message_chatting_message__7TKns',
  donation: 'live_chatting_donation_message_is_donation__lkgPr',
  nickname: 'live_chatting_username_nickname__dDbbj',
  name: 'name_text__yQG50',
  text: 'live_chatting_message_text__DyleH',
  input: 'live_chatting_input_input__2F3Et',
} as const;

/** The roles in the page. */
export type Role = keyof typeof long;

const short: Readonly<Record<Role, string>> = {
  aside: '_container_1cvtp_1',
  log: '_container_8lqsk_1',
  fixed: '_fixed_8lqsk_22',
  wrapper: '_wrapper_8lqsk_14',
  bottom: '_list_bottom_8lqsk_30',
  item: '_item_8lqsk_7',
  ranking: '_item_q9x2c_4',
  mission: '_item_h3k1d_5',
  missionText: '_text_h3k1d_19',
  title: '_title_c7v0z_11',
  body: '_container_dtc6c_1',
  message: '_chatting_message_dtc6c_9',
  donation: '_is_donation_dtc6c_31',
  nickname: '_nickname_mkd0a_3',
  name: '_text_mkd0a_12',
  text: '_text_dtc6c_2',
  input: '_input_v7a1b_6',
};

/** The class names of a build. */
export const namesOf = ({ names }: ChzzkPageOptions): Readonly<Record<Role, string>> =>
  names === 'long' ? long : short;
