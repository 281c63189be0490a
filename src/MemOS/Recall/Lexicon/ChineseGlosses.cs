using System.Collections.Frozen;
using MemOS.Recall.Words;

namespace MemOS.Recall.Lexicon;

/// <summary>
/// Everyday Chinese words with the English ones that the lexicon knows, so that a Chinese request finds what it is about, said in
/// either language.
/// </summary>
/// <remarks>
/// Words of one or two characters: those are the terms that <see cref="WordAnalyzer"/> makes of Chinese text. Written for this
/// repository; a word that is missing matches itself alone.
/// </remarks>
internal static class ChineseGlosses
{
    private const string Table = """
        吃 eat|饭 meal|菜 dish food|餐 meal|晚餐 dinner|午餐 lunch|早餐 breakfast|晚饭 dinner|午饭 lunch|早饭 breakfast|餐厅 restaurant|餐馆 restaurant|饭店 restaurant|饭馆 restaurant|小吃 snack
        食物 food|美食 cuisine food|食谱 recipe|菜谱 recipe|做饭 cooking|做菜 cooking|烹饪 cooking|下厨 cooking|口味 flavor|辣 spicy|甜 sweet|咸 salty|酸 sour|油腻 greasy|清淡 mild light
        肉 meat|猪肉 pork|牛肉 beef|羊肉 lamb|鸡肉 chicken|鸡 chicken|鱼 fish|海鲜 seafood|虾 shrimp|蟹 crab|螃蟹 crab|蛋 egg|鸡蛋 egg|豆腐 tofu|蔬菜 vegetable|青菜 vegetable|香菜 coriander
        水果 fruit|苹果 apple|西瓜 melon|坚果 nut|花生 peanut|面 noodle|面条 noodle|米饭 rice|饺子 dumpling|火锅 hotpot soup|烧烤 barbecue|汤 soup|面包 bread|蛋糕 cake|甜品 dessert|甜点 dessert
        巧克 chocolate|糖 sugar|奶 milk|牛奶 milk|乳糖 lactose dairy|素食 vegetarian|吃素 vegetarian|纯素 vegan|过敏 allergy|忌口 diet|节食 diet|减肥 diet weight|外卖 delivery takeout
        喝 drink|水 water|茶 tea|绿茶 tea|咖啡 coffee|果汁 juice|酒 alcohol wine|啤酒 beer|红酒 wine|白酒 liquor|奶茶 tea milk|饮料 drink|酒吧 bar
        旅行 travel trip|旅游 travel tourism|出游 trip|度假 vacation|假期 vacation holiday|出差 trip business|景点 attraction sightseeing|景区 attraction|行程 itinerary|攻略 itinerary|签证 visa|护照 passport|行李 luggage
        酒店 hotel|宾馆 hotel|民宿 lodging inn|住宿 lodging|旅馆 inn|青旅 hostel|露营 camping|帐篷 tent|海边 beach seaside|沙滩 beach|山 mountain|爬山 hiking mountain|徒步 hiking|森林 forest|湖 lake|岛 island|海 sea
        飞机 flight airplane|航班 flight|坐飞 flight|机票 flight ticket|火车 train|高铁 train|地铁 subway|公交 bus|巴士 bus|出租 taxi|打车 taxi|骑车 cycling bicycle|单车 bicycle|自行 bicycle|走路 walking|步行 walking|座位 seat
        靠窗 window seat|过道 aisle seat|交通 transport|走 travel route|去 travel|出行 travel transport|开车 driving car|汽车 car|车 car vehicle|买车 car|电动 electric|油耗 fuel|驾驶 driving|城市 city|乡村 countryside village|国家 country|拥挤 crowded crowd|人多 crowded crowd|安静 quiet|热闹 lively crowd
        猫 cat|狗 dog|小狗 puppy dog|宠物 pet|兔子 rabbit|鸟 bird|仓鼠 hamster|养 pet raise|动物 animal|花 flower|植物 plant|种花 gardening flower|园艺 gardening|花园 garden|阳台 balcony
        运动 exercise sport|健身 fitness gym|锻炼 exercise|跑步 running|游泳 swimming|瑜伽 yoga|篮球 basketball|足球 soccer|网球 tennis|羽毛 badminton|乒乓 tennis|滑雪 skiing|滑冰 skating|比赛 match competition|球 ball|健走 walking|力量 strength|恐高 heights fear
        健康 health|医生 doctor|医院 hospital|药 medicine|看病 doctor|头疼 headache|睡眠 sleep|失眠 insomnia|睡觉 sleep|怀孕 pregnant|血糖 sugar diabetes|糖尿 diabetes|高血 blood pressure|心理 mental|压力 stress|焦虑 anxiety|放松 relax|冥想 meditation|按摩 massage
        护肤 skincare skin|皮肤 skin|化妆 makeup|口红 lipstick|香水 perfume|香味 fragrance|头发 hair|理发 haircut|发型 hairstyle|防晒 sunscreen|面膜 skincare mask
        衣服 clothes clothing|穿 wear clothing|穿搭 outfit fashion|外套 coat|裙子 dress skirt|裤子 trousers|鞋 shoe|鞋子 shoe|帽子 hat|包 bag|首饰 jewelry|项链 necklace|手表 watch|时尚 fashion|颜色 color|黑色 black|红色 red|皮革 leather|购物 shopping|逛街 shopping|商店 shop|商场 mall|品牌 brand|二手 secondhand used|便宜 cheap|贵 expensive|打折 discount
        电影 movie film|影片 film|看片 movie|恐怖 horror film|噩梦 nightmare horror|喜剧 comedy|爱情 romance|动作 action|科幻 fiction science|纪录 documentary|动画 animation|动漫 anime animation|电视 television|剧 drama series|追剧 series drama|综艺 show television|演员 actor|导演 director|剧情 plot
        音乐 music|歌 song|歌曲 song|唱歌 singing|演唱 concert singing|乐队 band|钢琴 piano|吉他 guitar|小提 violin|爵士 jazz|摇滚 rock music|古典 classical|听歌 music song|乐器 instrument|跳舞 dancing|舞蹈 dance|音乐会 concert
        书 book|读书 reading book|看书 reading book|阅读 reading|小说 novel|悬疑 mystery|推理 detective mystery|历史 history|传记 biography|诗 poetry|作家 author writer|杂志 magazine|漫画 comics|写作 writing|写 writing|日记 diary
        游戏 game|手游 game mobile|电竞 game|桌游 boardgame game|棋 chess|象棋 chess|围棋 chess game|打牌 card game|拼图 puzzle|玩具 toy|爱好 hobby|周末 weekend|活动 activity|无聊 boring
        画 painting|画画 painting drawing|绘画 painting|艺术 art|摄影 photography|拍照 photo photography|相机 camera|手工 craft|陶艺 pottery|书法 calligraphy|博物 museum|展览 exhibition|美术 art|戏剧 theatre|话剧 theatre drama
        学习 learning study|学 learn|课 lesson class|课程 course|上课 class|老师 teacher|学校 school|大学 university|考试 exam|英语 english language|日语 japanese language|语言 language|单词 vocabulary|作业 homework|论文 thesis paper|教材 textbook|视频 video|网课 online course|数学 mathematics|培训 training
        科学 science|天文 astronomy|物理 physics|化学 chemistry|电脑 computer|手机 phone|软件 software|编程 programming|代码 code programming|程序 program|网络 internet network|平板 tablet|耳机 headphone|科技 technology|智能 smart technology|游戏机 console|社交 social
        工作 work job|上班 work office|加班 overtime work|职业 career|公司 company|同事 coworker colleague|老板 boss|会议 meeting|开会 meeting|面试 interview|简历 resume|项目 project|办公 office|远程 remote work|辞职 resign job|升职 promotion job|创业 startup business
        钱 money|预算 budget|省钱 saving money|存钱 saving money|投资 investment|股票 stock|炒股 stock investment|基金 fund investment|贷款 loan|保险 insurance|房贷 mortgage|工资 salary|理财 finance money|风险 risk
        家 home|房子 house|租房 rent apartment|公寓 apartment|装修 renovation decorate|家具 furniture|沙发 sofa|床 bed|厨房 kitchen|卧室 bedroom|客厅 living room|灯 lamp light|打扫 cleaning|清洁 cleaning|洗衣 laundry|邻居 neighbor|搬家 moving house
        家人 family|父母 parent|爸爸 father|妈妈 mother|孩子 child|小孩 child|宝宝 baby|儿子 son|女儿 daughter|丈夫 husband|妻子 wife|老公 husband|老婆 wife|朋友 friend|男友 boyfriend|女友 girlfriend|约会 date romance|结婚 wedding marriage|婚礼 wedding|生日 birthday|礼物 gift|送礼 gift|聚会 party|节日 holiday festival|春节 holiday festival|圣诞 christmas
        宗教 religion|佛 buddhist|清真 halal muslim|教堂 church|寺 temple|政治 politics|新闻 news|法律 law|天气 weather|冷 cold weather|热 hot weather|雨 rain|雪 snow|夏天 summer|冬天 winter|早起 morning early|熬夜 night late|环保 environment|塑料 plastic
        """;

    private static readonly FrozenDictionary<string, string[]> Glosses = Table
        .Split(['\n', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Select(static entry => entry.Split(' '))
        .DistinctBy(static entry => entry[0])
        .ToFrozenDictionary(static entry => entry[0], static entry => entry[1..].SelectMany(WordAnalyzer.Terms).ToArray(), StringComparer.Ordinal);

    /// <summary>The English terms of a Chinese one; none for a word that is not listed.</summary>
    public static IReadOnlyList<string> Of(string term) => Glosses.TryGetValue(term, out var glosses) ? glosses : [];
}
