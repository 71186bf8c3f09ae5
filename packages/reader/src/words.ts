/** Words of the grammar, each list with the fact of the language it stands for. */

/**
 * Verbs whose object is made, won or handled: a number of things after one of these is what is to be done
 * (培育60家龙头企业, 新增企业50家以上).
 */
const MAKING = [
  '选择 构建 开设 增配 加装 加配 增开 设置 培育 培养 培训 打造 建设 建成 新建 改建 扩建 续建 建立 建好 共建 创建 创成 争创 创办 新增 净增 增加 增设 增建 引进 引入 引育 引聚 招引 招收 招聘 招募 落地 签约 开工 新开工 竣工 投产 达产 投运 投用',
  '实施 推进 推动 组织 开展 举办 承办 发展 壮大 形成 认定 评选 遴选 优选 选树 选育 选派 选拔 支持 扶持 帮扶 储备 谋划 策划 布局 设立 组建 搭建 创设 完成 实现 达成 制定 制修订 制订 起草 修订 编制 发布 推广 推出',
  '出台 研发 研制 开发 突破 攻克 攻关 解决 转化 申报 获得 获批 获评 新认定 认证 淘汰 关停 关闭 退出 出清 化解 压减 削减 减少 盘活 处置 整治 治理 改造 提升 更新 修复 造林 绿化 新改建 筹集 安排 投入 投放 发放 吸引',
  '集聚 汇聚 聚集 新辟 优化 吸纳 带动 服务 覆盖 孵化 入库 上云 上线 上市 挂牌 转型 评价 办好 种植 完善 配备 配置 开通 开行 开辟 拓展 确定 评定 创作 生产 供应 供给 征集 梳理 凝练 执行 转移 回收 消纳 购置 购买 补充 收储 供地 保障',
  '救助 资助 惠及 受益 安置 培塑 孕育 催生 涌现 力争 争取 确保 达到 整合 归集 开放 接入 连接 联网 部署 铺设 敷设 架设 安装 清理 取缔 倒逼 主攻 列入 纳入 选出 筛选 选取 抓好 实现新增 巩固 保有 拥有 建档 新创 新培育 新引进 新设 新认定 做强 做大 试点 示范 布设 加密 疏浚 加固 除险 植树 造 放流 打通 升级 提质 提档 迁建 腾退 腾笼 销号 办理 审结 减税 降本 退税 消除 提供 选送 收回 筹建 进行 指导 引导 动员 推荐 帮助 为企业减负 授信 贷款 融资 募集 撬动 拉动 创造 开工建设 落户 落实 建 引 育 创 办 争 设 招 训 修 开',
].flatMap((line) => line.split(' '));

/** What joins names: 和 in 和谐 and 及 in 普及率, 及以上 join nothing. */
export const AND = '、|以及|和(?!谐|美|平)|(?<![普涉波遍触顾推惠危企兼])及(?!其|以上|时|格)';

const anyOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');

/** Single letters are verbs only at the head of a clause or after an adverb. */
const LONG_MAKING = MAKING.filter((word) => word.length > 1);
const SHORT_MAKING = MAKING.filter((word) => word.length === 1);
export const MAKING_VERB = new RegExp(
  `(?:${anyOf(LONG_MAKING)})|(?<=^|[，、；：力再新拟将各地市省区县年要])(?:${anyOf(SHORT_MAKING)})`,
  'g',
);

/**
 * Prepositions and verbs of looking at something: a number of things after one of these is there already
 * (围绕27个重点链条, 聚焦10个产业链群, 依托3个园区).
 */
export const GIVEN_BEFORE =
  /围绕|聚焦|包括|涵盖|涉及|依托|针对|按照|根据|结合|立足|瞄准|紧盯|锁定|对标|面向|基于|遵循|坚持|贯彻|发挥|对(?!接|外|口|应)|以(?!上|下|内|及|来)|在|从|由|除|抓住|用好|针对|突出|列入的|现有|原有|已有|入选的|上述|前述|以下|该/g;

/** Abstract nouns that only number a list: 十项任务, 五个方面, 三大行动. */
export const LIST_NOUN =
  /^(?:[^，、。；]{0,10}?)(?:行动(?!站)|举措|措施|任务|重点工作|要求|原则|机制|制度|方面|领域|环节|战略|关系|主线|导向|方向|维度|要素|理念|清单|张网|个?转变|坚持|统筹|意识|维护|自信|支柱|梯队|层级|步骤|阶段|类别|专班|体系|优势|批次|工程(?!技术|研究|中心|实验)|大类|支撑|政策|规定|指标|问题|难题|精神|条例|办法|(?<!解决|应用|技术)方案|意见|文件)(?=$|[，、。；：]|和|及|与|建设|实施|落实|为|的)/;

/** Words for what has been reached already; 已 and 了 mark what is done. */
export const DONE =
  /(?<!\d[万亿]?[个家座所处条项户亩里名](?=已[^，。；]{2,12}的))已(?!有的|建成的|形成的|成(?!为|功|立|熟|型|效)|经?(?:明确|确定|提出|印发|出台|制定))|(?<!除|为|受|明|罢)了(?!解|然)|累计(?:完成|实现)(?!.{0,12}以上)|同比(?:均|分别|各)?(?:增长|下降|提高|增加|减少)|(?:今年|△)(?:以来|上半年|前[一三\d]|1[至—－-]\d{1,2}月)|[较比]年初|(?:获得|荣获|位居|位列|居)(?:全[国省市]|中国|世界).{0,6}第|取得.{0,8}(?:成绩|成效|进展)|截至目前|(?<!项)目前(?!的|标|\d)|(?<=^|[，；：。市省县区国州地域内村镇院校司会业前])现有(?=[^，]*\d)(?![^，]*基础上)|共有|仅[为占有相]|落后于|存在.{0,6}差距|与(?!20|上年|去年|“?十).{2,14}相比|(?:圆满|超额|顺利|如期)完成|超额|跃居|首次(?:突破|达到)|连续\d+年|连续[一二两三四五六七八九十]+年/;

/** Above the country by so much: told of what has been, unless it is aimed at. */
export const ABOVE_ALL = /高于全[国省](?!平均)[^，]*\d/;

/** What tells of the past beyond its own clause: the rest of the sentence goes on about it. */
export const DONE_ALREADY =
  /过去的?[一三五]年|[一三五]年来|去年(?!同期|的?水平|实际|基础)|近年来|(?<!\d[万亿]?[个家座所处条项户亩里名](?=已[^，。；]{2,12}的))已(?!有的|建成的|形成的|成(?!为|功|立|熟|型|效)|经?(?:明确|确定|提出|印发|出台|制定))|(?<=^|[，；：。市省县区国州地域内村镇院校司会业前])现有(?![^，]*基础上)[^，]*\d|共有[^，]*\d|截至(?!20)|同比(?:均|分别|各)?(?:增长|下降|提高|增加|减少)|(?:今年|△)(?:以来|上半年|前[一三\d]|1[至—－-]\d{1,2}月)|[较比]年初|仅[为占有相]|与(?!20|上年|去年|“?十).{2,14}相比|(?:圆满|超额|顺利|如期)完成/;

/** Headings of parts that look back or describe. */
export const LOOKING_BACK =
  /(?:工作|情况|成就|历程|成绩|简要)?回顾|发展(?:现状|基础|环境|形势|成就|成效|背景)|现状|面临(?:的)?(?:形势|挑战|机遇)|形势(?:分析|与)|主要成[效就绩]|取得(?:的)?(?:成效|成绩|成就)|存在(?:的)?(?:主要)?(?:问题|困难|不足)|(?<!(?:补齐?|补上|补强|攻克|破解|突破|破除|消除|打通|解决)[^，。]{0,6})(?:短板|瓶颈|制约|薄弱环节)(?!补|攻|提升|突破)|(?:建设|工作|产业|规划|发展|现实|良好)基础|编制(?:背景|依据)|实施情况|完成情况|发展概况|基本情况|名词解释|术语|一年来|五年来|(?:重要|重大|战略|现实)?(?:意义|性和紧迫性|性、紧迫性)$|必要性$/;

/** Headings that tell of a success: had where they stand alone, wished for under a heading of aims or tasks. */
export const ACHIEVED =
  /(?:目标|任务)(?:如期|圆满|全面|顺利|超额)(?:实现|完成)|持续取得|取得(?:了)?(?:新|重大|显著|积极|明显|历史)/;

/** Labels before a colon that say who may take part, not what is to be reached. */
export const CRITERIA_LABEL =
  /^[^，：]{0,14}(?:标准|条件|门槛|范围|领域|资格|口径|定义|计算公式|指标解释|注)(?:：|为：|包括：)/;

/** A sentence that begins so tells facts or gives an example to the end: 数据显示, 据统计, 如甲市、乙市. */
export const TELLING =
  /^.{0,6}(?:数据|统计|监测|调查|普查)显示|^据(?:统计|测算|了解|介绍)|(?:^|，)(?:根据|据)对?[^，]{2,24}(?:统计|监测|调查)(?:数据|结果)?，|^(?:\d{1,2}[.、]\s?)?[^，：；\d]{2,20}(?:是)?指(?![出标导数示引定挥南向明责派战针])|^(?:例|比)?如(?!期|果|实|何|意|下|上|需|有|皋|东|家)/;

/** Conditions named in a list say that the list is one of conditions. */
export const CONDITION =
  /应(?:当)?(?:满足|符合)|(?:^|，|；|：)(?:且)?(?:符合|属于|属(?!地)|拥有|具备|具有|依法注册|注册地|信用|无(?:重大|不良)|与.{2,12}配套(?:$|，|。))/;

/** Who may apply: 研发投入占比不低于5%的企业可申报. */
export const MAY_APPLY =
  /的(?:企业|单位|项目|个人|机构|园区|团队)，?(?:均|方|即|都)?可(?:以)?(?:申报|申请|享受|参评|认定|获得|优先)/;

/** What a subsidy is called and how it is given. */
export const GIVEN =
  /给予|予以|奖励|奖补|补助|补贴|资助|贴息|奖金|支持(?:金额|额度|比例|标准)|扶持资金|配套(?:奖励|补助|资金|支持)|一次性(?!化解|办|告知|通过|解决)|后补助|(?<!担)保费|兑现|返还|减免|免征|减按|加计扣除|税率|利率|补偿费率|罚款|罚金|赔偿|津贴|房补|安家费/;

/** Places a demand is for; they are no part of the name of what is measured. */
export const SCOPE =
  /^(?:全[市省区县州国域镇乡盟旗]|我[市省区县]|本[市省区县]|市域|省内|市内|区内|县内|全社会(?=口径)|各地|各区县|各县区)(?:的|内|共)?/;
