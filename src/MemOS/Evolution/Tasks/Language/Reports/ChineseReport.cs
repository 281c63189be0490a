using System.Text.RegularExpressions;

namespace MemOS.Evolution.Tasks.Language.Reports;

/// <summary>Reads a Chinese clause as a report of how things are: longest words first, with what denies them.</summary>
internal static partial class ChineseReport
{
    private const int LongestWord = 4;

    // A denial reaches the next word that tells something within this many characters.
    private const int Reach = 5;

    private static readonly HashSet<string> Bad = Set("""
        报错 出错 错误 错了 错 弄错 坏 坏了 坏掉 崩 崩了 崩溃 挂了 挂掉 死机 死循环 卡 卡住 卡死 卡顿 卡纸 失败 失灵 失效 失联 故障 异常 超时 超载 中断 断开 断了 掉线 掉了 丢 丢失 丢了 缺 缺失 缺少 少了 漏 漏了 漏水 遗漏 遗失 问题 毛病 意见 空白 空的 空空 乱 乱码 混乱 模糊 糊 花屏 黑屏 白屏 蓝屏 闪屏 一片白 一片黑 一闪一闪 闪烁 闪退 转圈 重复 多扣 多收 扣了两次 两次 两遍 过期 过时 作废 无效 冲突 拒绝 被拒 驳回 退回 打回 拦截 冻结 锁死 投诉 抱怨 生气 发火 恼火 不满 失望 难受 难吃 难看 糟 糟糕 差劲 太差 太慢 太贵 太晚 太早 太冷 太热 太大 太小 太长 太短 太吵 太暗 慢 迟到 晚点 延误 耽误 停在 停了 停电 停摆 歇业 关门 破 破损 摔坏 碎 裂 脏 臭 酸 馊 凉了 冷的 冰的 烫 漏电 堵 堵住 迷路 走错 搞砸 麻烦大 不对劲 奇怪 怪怪的 吓 哭 笑话 骂 亏 赔 假的 怪了 奇怪了 老样子 老的 旧的 原样 原来的 一样的 别人 隔壁 另一个 另外一个 反了 倒了 颠倒 歪 偏了 缩水 一半 半截 部分 白跑 白等 白费 空跑 红的 标红 飘红 告警 报警 警报 宕机 瘫痪 起不来 上不去 进不去 出不来 打不开 连不上 登不上 登不进 收不到 找不到 看不到 看不见 看不清 听不到 听不清 用不了 动不了 下不来 对不上 不通 不灵 不准 不符 不够 不足 不全 不齐 不见 不见了 不亮 不动 不响 不行 不了 不成 不认 不稳 不方便 不好 不对 不理 搞错 没人 没用 没戏 没救 没动静 没反应 没声音 没信号 没影 一直没 死了 反而 却 嗡嗡 没号 白干 怎么 居然 竟然 凭什么
        """);

    private static readonly HashSet<string> Good = Set("""
        乐坏了 高兴坏了 开心坏了 激动坏了 刚好 刚刚好 正好 好了 好啦 高效 效率真高 有救 开始 好使 好用 好看 好听 好吃 很好 挺好 真好 蛮好 成功 成了 通过 通了 顺利 顺畅 流畅 正常 正确 准确 精准 清晰 清楚 完整 齐全 齐了 全了 全绿 绿了 变绿 满意 开心 高兴 喜欢 舒服 舒适 放心 安心 省心 省事 方便 快多了 很快 真快 飞快 够快 及时 准时 按时 恢复 生效 亮了 亮堂 暖和 凉快 凉爽 干净 整齐 稳 稳定 稳了 安静 合适 合身 好评 夸 表扬 点赞 没得说 棒 赞 厉害 靠谱 给力 到位 完美 漂亮 周到 贴心 省力 值了 优秀 理想 对的 都对 也对 对了 对上 对得上 没错 搞定 解决 修好 弄好 办好 办妥 妥了 妥妥 就绪 能用 可用 能打开 能登 能看 能进 能连 能上 能收 能听 看得见 看得到 听得清 用得上 连上 登上 登进 登录进 进去了 上去了 跑起来 跑通 动起来 转起来 起来了 出来了 点头 抬了 漂亮 回来了 到了 到账 到货 到手 送到 收到 收着 拿到 取到 签收 领到 用上 看到 见到 查到 找到 找回 确认 同意 批准 批了 答应 接受 录取 留好 订上 订好 约上 约好 排上 排好 安排上 在用 在跑 在线 上线 开通 激活 完成 更新了 同步 一致 匹配 吻合 符合 满足 有了 都在 都有 全到 齐活 还原 如愿 圆满 轻松 精神 顺手 顺眼 惊喜 感动 救了 帮大忙
        """);

    private static readonly HashSet<string> Later = Set("""
        明天 后天 明早 明晚 今晚 晚上再 下午再 待会 等会 一会 回头 稍后 稍等 晚点再 改天 过会 过几天 过两天 下周 下个月 周一再 到时候 到时 再看 再说 再等 等等 等到 等他 等她 等大家 等同事 等客户 等银行 等对方 等领导 等测试 等通知 等回复 等结果 要等 还要等 得等 先等 先问 先看 先去 先用 先观察 我问 我去 我再 我先 我得 我会 会再 观察 看看 试试 测测 估计 可能 也许 大概 应该会 应该能 不知道 不清楚 不确定 说不准 没空 我还没 还没看 还没试 还没到家 还没到公司 没来得及 在路上 在外面 在开会 出差 不在
        """);

    private static readonly HashSet<string> Ended = Set("没再 不再 再没 再也没 再也不");

    /// <summary>What a clause reports.</summary>
    public static Report Read(string clause, ReportContext context)
    {
        if (Speaker().IsMatch(clause))
        {
            return Report.None;
        }

        var sign = 0;
        var denied = -1;
        var isDenialUsed = true;
        var isStill = false;
        var postponed = false;
        for (var i = 0; i < clause.Length;)
        {
            var length = Longest(clause, i, out var kind);
            if (length == 0)
            {
                if (clause[i] is '没' or '不' or '未' or '无' or '别')
                {
                    denied = i;
                    isDenialUsed = false;
                }
                else if (clause[i] is '还' or '仍' or '又' or '只' or '才')
                {
                    isStill = true;
                }

                i++;
                continue;
            }

            if (kind == Kind.Later)
            {
                postponed = true;
                break;
            }

            if (kind == Kind.Ended)
            {
                sign = sign == 0 ? 1 : sign;
                denied = i + length - 1;
                isDenialUsed = true;
                i += length;
                i = SkipWord(clause, i);
                continue;
            }

            var isDenied = denied >= 0 && !isDenialUsed && i - denied <= Reach;
            isDenialUsed |= isDenied;
            var isGood = kind == Kind.Good ^ isDenied;
            if (kind == Kind.Bad && context.Asks(clause.Substring(i, length)) && !isDenied && !isStill)
            {
                isGood = true;
            }

            sign = isGood ? (sign < 0 && !clause.AsSpan(0, i).ContainsAny('现', '但', '过') ? -1 : 1) : -1;
            i += length;
        }

        if (sign >= 0 && (!isDenialUsed || (isStill && sign == 0)) && !postponed)
        {
            sign = -1;
        }

        if (sign < 0)
        {
            return Report.Bad;
        }

        if (postponed)
        {
            return Report.Postponed;
        }

        var compared = Contrasts.Compare(new(clause), context.Asked);
        return compared < 0 || (compared == 0 && sign == 0 && Became().IsMatch(clause)) ? Report.Bad
            : sign > 0 || compared > 0 || Praised().IsMatch(clause) ? Report.Good
            : !clause.StartsWith('我') && Past().IsMatch(clause) ? Report.Plain
            : Report.None;
    }

    private static int SkipWord(string clause, int i) => i + Longest(clause, i, out _);

    private static int Longest(string clause, int start, out Kind kind)
    {
        for (var length = Math.Min(LongestWord, clause.Length - start); length > 0; length--)
        {
            var word = clause.Substring(start, length);
            kind = Ended.Contains(word) ? Kind.Ended : Later.Contains(word) ? Kind.Later : Bad.Contains(word) ? Kind.Bad : Good.Contains(word) ? Kind.Good : Kind.None;
            if (kind != Kind.None)
            {
                return length;
            }
        }

        kind = Kind.None;
        return 0;
    }

    private static HashSet<string> Set(string words) => [.. words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex(@"得(?:很|真|挺|蛮|超|非常|特别|相当|不错|刚好)", RegexOptions.CultureInvariant)]
    private static partial Regex Praised();

    // "Made it Thursday": what it became is named only when it was not to become that.
    [GeneratedRegex(@"^\S{0,2}?(?!完|达|组|变|合|形|构|生)\S成(?!功|了|本|员|绩)\S|^\S{1,3}的是|[退发寄送打转充放存传]到[^了]{2,}了$", RegexOptions.CultureInvariant)]
    private static partial Regex Became();

    // What the speaker does next is no report of what was done.
    [GeneratedRegex(@"^我(?!们?(?:这边|那边|也|都|已经|刚|才)?(?:能|可以|看到|看见|收到|拿到|登|打开|用上|连上|还是|又|被|没|进|的|手机|家|试了|查了))", RegexOptions.CultureInvariant)]
    private static partial Regex Speaker();

    [GeneratedRegex(@"了[啊呀哦啦]?$|已经|都\S+了", RegexOptions.CultureInvariant)]
    private static partial Regex Past();

    private enum Kind
    {
        None,
        Good,
        Bad,
        Later,
        Ended,
    }
}
