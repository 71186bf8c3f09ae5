import Type, { type Static } from 'typebox';
import { Nullable, Shape } from './schema.ts';

/**
 * The registry of problems: stable code -> HTTP status and title in both languages. A problem is thrown anywhere by
 * its code and written once, as RFC 9457 problem+json, by the server's problems plugin.
 */
export const PROBLEMS = {
  not_found: { status: 404, zh: '没有找到这项内容', en: 'Not found' },
  method_not_allowed: { status: 405, zh: '不支持这种请求方法', en: 'Method not allowed' },
  body_invalid: { status: 400, zh: '提交的内容不合要求', en: 'The body is not valid' },
  query_invalid: { status: 400, zh: '请求参数不合要求', en: 'The request parameters are not valid' },
  cursor_invalid: { status: 400, zh: '翻页标记无效，请从第一页重新打开', en: 'The cursor is not valid' },
  media_type_unsupported: { status: 415, zh: '不支持这种内容类型', en: 'Media type not supported' },
  too_large: { status: 413, zh: '内容过大', en: 'Too large' },
  too_many_requests: { status: 429, zh: '请求过于频繁，请稍后再试', en: 'Too many requests' },
  sign_in_needed: { status: 401, zh: '请先登录', en: 'Sign in first' },
  sign_in_failed: { status: 401, zh: '用户名或密码不正确', en: 'Wrong user name or password' },
  sign_in_locked: { status: 429, zh: '登录失败次数过多，请稍后再试', en: 'Too many failed sign-ins' },
  password_change_needed: { status: 403, zh: '须先修改密码', en: 'Change your password first' },
  code_needed: { status: 401, zh: '请输入动态验证码', en: 'Enter the code of your authenticator' },
  code_wrong: { status: 422, zh: '验证码不正确或已使用', en: 'The code is wrong or was used' },
  second_factor_needed: { status: 403, zh: '须先设置动态验证码', en: 'Set up a second factor first' },
  address_refused: {
    status: 403,
    zh: '不允许从这个地址进行管理',
    en: 'Administration is not allowed from this address',
  },
  scope_missing: { status: 403, zh: '这个令牌没有这项权限', en: 'The token does not allow this' },
  label_lowered: {
    status: 403,
    zh: '只有安全管理员可以降低安全标记',
    en: 'Only the security administrator lowers a label',
  },
  label_too_high: { status: 403, zh: '安全标记高于您自己的许可', en: 'The label is above your own clearance' },
  own_account: { status: 403, zh: '不能更改自己的账户权限', en: 'Nobody changes their own account here' },
  provider_unreachable: {
    status: 503,
    zh: '统一身份认证暂时无法连接，请稍后再试，或用用户名和密码登录',
    en: 'The sign-in provider cannot be reached; try again, or sign in with name and password',
  },
  provider_stale: {
    status: 409,
    zh: '这次登录已过期，请重新开始',
    en: 'This sign-in has expired; begin again',
  },
  identity_taken: {
    status: 409,
    zh: '这个身份已关联其他账户',
    en: 'This identity is tied to another account',
  },
  store_unavailable: {
    status: 503,
    zh: '数据库暂时无法写入，内容未保存',
    en: 'The store cannot be written; nothing was saved',
  },
  password_weak: { status: 422, zh: '密码不合要求', en: 'The password is too weak' },
  role_missing: { status: 403, zh: '没有这项操作的权限', en: 'Your role does not allow this' },
  roles_exclusive: { status: 422, zh: '这些角色不能由同一人担任', en: 'These roles exclude each other' },
  https_needed: { status: 403, zh: '只能通过 HTTPS 访问', en: 'Only HTTPS is answered' },
  origin_foreign: { status: 403, zh: '请求来自其他网站，已拒绝', en: 'Cross-site request refused' },
  user_exists: { status: 409, zh: '用户名已存在', en: 'The user name exists' },
  file_missing: { status: 400, zh: '请选择要上传的文件', en: 'No file was sent' },
  file_type: { status: 415, zh: '不支持这种文件', en: 'Files of this kind are not read' },
  file_too_large: { status: 413, zh: '文件过大', en: 'The file is too large' },
  file_encrypted: { status: 422, zh: '文件有密码', en: 'The file is encrypted' },
  file_unreadable: { status: 422, zh: '文件无法读取', en: 'The file cannot be read' },
  file_infected: { status: 422, zh: '文件含有病毒，已拒绝', en: 'The file is infected and was refused' },
  scanner_unavailable: {
    status: 503,
    zh: '病毒扫描程序没有应答，文件未接收，请稍后再试或联系系统管理员',
    en: 'The virus scanner does not answer; the file was not taken in',
  },
  sheet_empty: { status: 422, zh: '文件里没有数据', en: 'The file holds no data' },
  header_missing: { status: 422, zh: '没有找到表头', en: 'No header was found' },
  key_reused: { status: 422, zh: '同一个 Idempotency-Key 不能用于不同的内容', en: 'Idempotency-Key reused' },
  submission_state: { status: 409, zh: '填报批次的状态不允许这项操作', en: 'Not possible in this state' },
  problems_undecided: { status: 409, zh: '仍有问题行，请先决定是否跳过', en: 'Problem rows are undecided' },
  warnings_unconfirmed: { status: 409, zh: '仍有提醒未确认，请核对后填写说明', en: 'Warnings need a reason' },
  reason_missing: { status: 422, zh: '请填写说明', en: 'A reason is needed' },
  submission_changed: { status: 409, zh: '填报批次已有变化，请重新打开核对', en: 'The submission has changed' },
  release_time: { status: 422, zh: '发布时间不合要求', en: 'Not a possible time of release' },
  file_known: { status: 409, zh: '这个文件已由他人提交', en: 'Somebody else has handed in this file' },
  file_gone: { status: 404, zh: '原始文件不在服务器上', en: 'The original file is not here' },
  file_damaged: { status: 500, zh: '原始文件已损坏，与提交时不一致', en: 'The original file is damaged' },
  correction_invalid: { status: 422, zh: '更正内容有误，未提交', en: 'The correction has errors' },
  progress_unknown: { status: 404, zh: '没有正在进行的处理', en: 'Nothing is known of this key' },
  nothing_to_publish: { status: 409, zh: '没有可以发布的数据', en: 'Nothing to publish' },
  figure_moved_on: { status: 409, zh: '数据已被他人更新，请重新核对', en: 'A figure has changed meanwhile' },
  template_empty: {
    status: 422,
    zh: '这个地区的文件没有需要填报的指标',
    en: 'The documents of this region need no figures',
  },
  briefing_empty: { status: 422, zh: '没有可写入简报的目标', en: 'No targets for a briefing' },
  briefing_scope: { status: 422, zh: '简报范围只能选一种', en: 'A briefing is of one thing only' },
  briefing_failed: { status: 500, zh: '简报未能生成', en: 'The briefing could not be made' },
  file_empty: { status: 422, zh: '文件里没有文字', en: 'The file holds no text' },
  reading_changed: { status: 409, zh: '这份文件已有变化，请重新打开核对', en: 'The reading has changed' },
  candidates_open: { status: 409, zh: '还有目标没有确认', en: 'Some targets are not decided on yet' },
  candidate_incomplete: { status: 422, zh: '这项目标还不完整，请先编辑', en: 'The target is not complete' },
  candidate_whole: { status: 422, zh: '这项目标无法拆分', en: 'The target cannot be split' },
  selection_invalid: { status: 422, zh: '选中的文字不合要求', en: 'Not a possible selection' },
  reading_faulty: { status: 422, zh: '文件或目标有误，未发布', en: 'The document has errors and is not published' },
  document_exists: { status: 409, zh: '这个短名已有文件使用，请另取', en: 'A document of this short name exists' },
  publish_own: { status: 403, zh: '须由另一位审核员发布', en: 'Another reviewer has to publish it' },
  busy: { status: 503, zh: '系统繁忙，请稍后再试', en: 'Busy, try again shortly' },
  not_ready: { status: 503, zh: '系统尚未就绪', en: 'Not ready' },
  internal: { status: 500, zh: '系统内部错误，已记录', en: 'Internal error' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 problem details. */
export const ProblemDetails = Shape({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Nullable(Type.String()),
  instance: Type.String(),
  /** Where in the request: field paths with what is expected. */
  errors: Type.Optional(Type.Array(Shape({ field: Type.String(), message: Type.String() }))),
});
export type ProblemDetails = Static<typeof ProblemDetails>;
