namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What somebody is recognised for (S3-48, S4-28).</summary>
public enum RecognitionKind
{
    /// <summary>A moral model (道德模范); text <c>moral-model</c>.</summary>
    MoralModel = 0,

    /// <summary>A civilised family (文明家庭); text <c>civilised-family</c>.</summary>
    CivilisedFamily = 1,

    /// <summary>Advanced experience, summed up and spread (先进工作经验); text <c>advanced-experience</c>.</summary>
    AdvancedExperience = 2,

    /// <summary>A contest of skills (技能大比评); text <c>skill-contest</c>.</summary>
    SkillContest = 3,

    /// <summary>An award of the year (年度表彰); text <c>annual-award</c>.</summary>
    AnnualAward = 4,

    /// <summary>A reproof (惩戒后进); text <c>reproof</c>.</summary>
    Reproof = 5,
}
