namespace MemOS.Evolution.Tasks;

/// <summary>How a turn relates to the task before it.</summary>
public enum TurnRelation
{
    /// <summary>Not to be told: small talk, or nothing that it could relate to.</summary>
    Unknown = 0,

    /// <summary>It opens another task.</summary>
    New = 1,

    /// <summary>It goes on with the task: an answer, a confirmation, a next step, feedback.</summary>
    FollowUp = 2,

    /// <summary>It corrects what was asked or done.</summary>
    Revision = 3,
}
