namespace MemOS.Tests.Reading;

/// <summary>How people tell things by the way: asides, short forms, names, orders in passing; English and Chinese.</summary>
public sealed class EverydayTalkTests
{
    [Theory]

    // Said beside it, or around it.
    [InlineData("user: Penicillin, that's the one, gives me hives.", "Penicillin gives User hives.")]
    [InlineData("user: First year English at Durham, if you want to pitch the level right.", "User: First year English at Durham.")]
    [InlineData("user: Put this somewhere safe for me: my dentist is on Dame Street.", "User's dentist is on Dame Street.")]
    [InlineData("user: Book club is at my place on Mondays, everyone ok with that?", "Book club is at User's place on Mondays.")]
    [InlineData("user: Lovely day. I'm learning Portuguese, a trip to Porto would be a dream.", "User is learning Portuguese.")]

    // Short forms and slips of the keyboard.
    [InlineData("user: My mum is called Ida. shes terrified of needles", "User's mum is terrified of needles.")]
    [InlineData("user: I've only got electric heating.", "User has only got electric heating.")]
    [InlineData("user: Finn's left the Rovers.", "Finn has left the Rovers.")]
    [InlineData("user: second year psych student in Utrecht", "User: second year psych student in Utrecht.")]
    [InlineData("user: They had to move Ella's appointment to 21 march, same time.", "They had to move Ella's appointment to 21 march (2024-03-21), same time.")]

    // Turned round.
    [InlineData("user: It's poetry I reach for these days.", "User reaches for poetry these days.")]
    [InlineData("user: I'm not diabetic, it's my mum who is.", "User's mum is diabetic.")]
    [InlineData("user: My alarm hasn't rung since I retired from the post office.", "User retired from the post office.")]
    [InlineData("user: A day trip from Utrecht, where I live.", "User lives in Utrecht.")]

    // Several things in one breath.
    [InlineData("user: me and the two kids (Maisie's 6, Tom's 9) are off to Leeds.", "Maisie is 6.")]
    [InlineData("user: I've quit Harrow & Pell, starting at Larkspur in January.", "User is starting at Larkspur in January (2024-01).")]
    [InlineData("user: I'm making a card for my new boss, her name is Ann Moller.", "User's new boss's name is Ann Moller.")]
    [InlineData("user: Sam has a brother. He works at Lidl.", "Sam's brother works at Lidl.")]
    [InlineData("user: The mortgage. It's with Nationwide.", "User's mortgage is with Nationwide.")]

    // Behind courtesy, a lead, a slip of the keyboard; before an idea or a question.
    [InlineData("user: Sorry if my English is strange, I speak Polish at home.", "User speaks Polish at home.")]
    [InlineData("user: Thanks for the help back then but we've switched from Jenkins to GitHub Actions.", "User has switched from Jenkins to GitHub Actions.")]
    [InlineData("user: Funny thing, I saw the clinic and turns out I'm not allergic to penicillin after all.", "User is not allergic to penicillin after all.")]
    [InlineData("user: I swim three times a week now and honestly? I feel great.", "User swims three times a week now.")]
    [InlineData("user: My son is mad about dinosaurs so maybe a T-rex cake?", "User's son is mad about dinosaurs.")]
    [InlineData("user: ok for the db, we're on Postgres 15, any driver you like?", "For the db, User is on Postgres 15.")]
    [InlineData("user: Dentist is on Wednesday at 3pm, remind me what to ask?", "User's dentist is on Wednesday at 3pm (2023-05-10T15:00).")]
    [InlineData("user: so teh landlord sold the building, i work at a nursery which i love btw, and on top of that my laptop died", "User's laptop died.")]
    [InlineData("user: Update on the food front, I'm vegan now.", "User is vegan now.")]
    [InlineData("user: check the weather for Oslo, I'm taking my mum to the sculpture park", "User is taking User's mum to the sculpture park.")]
    [InlineData("user: I'm off on paternity leave from 1 May, just so you both know.", "User is off on paternity leave from 1 May (2024-05-01).")]

    // Whoever did it, and whatever it was.
    [InlineData("user: I'm Mateus, backend developer from Porto.", "User is a backend developer from Porto.")]
    [InlineData("user: I'm Colin from Leeds.", "User is from Leeds.")]
    [InlineData("user: I'm from Leeds and I live there with my wife.", "User lives in Leeds with User's wife.")]
    [InlineData("user: My car is dead. I sold it.", "User sold User's car.")]
    [InlineData("user: Siemens let me go.", "User was let go by Siemens.")]
    [InlineData("user: Me and Noor split up.", "Noor and User split up.")]
    [InlineData("user: I work at Netmedia and no, I did not become a shepherd.", "User works at Netmedia.")]

    // In earnest beside a joke or a supposition.
    [InlineData("user: I'm a driving instructor, so a jam on my day off is exactly what I wanted.", "User is a driving instructor.")]

    // In Chinese.
    [InlineData("user: 我恐高。", "用户恐高。")]
    [InlineData("user: 我对海鲜过敏,小李不吃辣。", "小李不吃辣。")]
    [InlineData("user: 我负责前端，周涛负责数据库。", "周涛负责数据库。")]
    public void Read_Everyday_IsWrittenAsAStatement(string message, string text) =>
        Assert.Contains(ReadingTalk.Read(message), draft => draft.Text == text);

    [Theory]
    [InlineData("user: Horror is a no, I get nightmares.", "horror", -1)]
    [InlineData("user: I can't abide anything pumpkin spiced.", "anything pumpkin spiced", -1)]
    [InlineData("user: I could eat dal every single day.", "dal", 1)]
    [InlineData("user: I won't check a bag, ever.", "bag", -1)]
    [InlineData("user: I tried yoga once and hated every second of it.", "yoga", -1)]
    [InlineData("user: I love westerns, hate anything with romance in it.", "anything", -1)]
    [InlineData("user: 最近爱上了越南河粉。", "越南河粉", 1)]
    public void Read_Taste_HasItsSide(string message, string topic, int polarity) =>
        Assert.Contains(ReadingTalk.Read(message), draft => draft.Topic?.StartsWith(topic, StringComparison.Ordinal) == true && (int)draft.Polarity == polarity);

    [Theory]
    [InlineData("user: From now on you can give me long, detailed answers.")]
    [InlineData("user: When I write in English, always correct my mistakes.")]
    [InlineData("user: In code you write for me, always use tabs, never spaces.")]
    [InlineData("user: pls correct my sentences when i make one")]
    [InlineData("user: I want all summaries like that, two lines, no more.")]
    [InlineData("user: Always give me the code first and the explanation after, ok?")]
    [InlineData("user: And no emojis, they make my eyes itch.")]
    [InlineData("user: 以后回答请用中文，尽量简短。")]
    [InlineData("user: 以后给我的摘要都不要超过三十个字。")]
    [InlineData("user: 推荐餐厅的时候别推荐海鲜店。")]
    public void Read_OrderInPassing_IsAnInstruction(string message) =>
        Assert.Contains(ReadingTalk.Read(message), static draft => draft.Kind == MemOS.Reading.MemoryKind.Instruction);

    [Theory]
    [InlineData("user: Tom's left knee hurts.", "left the")]
    [InlineData("user: My dad's bad knee hurts.", "is bad")]
    [InlineData("user: 周五去爬山。", "周五负责")]
    [InlineData("user: It's great I have a job.", "has great a job")]
    [InlineData("user: The firm lost its only client.", "it is only")]
    [InlineData("user: I take pills if it helps.", "User takes pills.")]
    [InlineData("user: Imagine I am a pirate, what would my ship be called? I live on Tortuga.", "lives on Tortuga")]
    [InlineData("user: Anna is a no for Friday.", "likes")]
    public void Read_PossessiveOrDay_IsNoVerbAndNoName(string message, string wrong) =>
        Assert.DoesNotContain(ReadingTalk.Read(message), draft => draft.Text.Contains(wrong, StringComparison.Ordinal));
}
