namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Bodies that work beside the grid system and must stay outside of it (S1-11: 在网格管理体系外; S4-34).</summary>
public enum OutsideBodyKind
{
    /// <summary>A council of villagers (村民议事会); text <c>village-council</c>.</summary>
    VillageCouncil = 0,

    /// <summary>A council of local worthies (乡贤参事会); text <c>worthies-council</c>.</summary>
    WorthiesCouncil = 1,

    /// <summary>A committee of owners (业主委员会); text <c>owners-committee</c>.</summary>
    OwnersCommittee = 2,

    /// <summary>A company (企业公司); text <c>enterprise</c>.</summary>
    Enterprise = 3,

    /// <summary>A medical team (医疗队伍); text <c>medical-team</c>.</summary>
    MedicalTeam = 4,

    /// <summary>A charitable organisation (公益性组织); text <c>charitable-organisation</c>.</summary>
    CharitableOrganisation = 5,

    /// <summary>An art troupe (文艺队); text <c>art-troupe</c>.</summary>
    ArtTroupe = 6,

    /// <summary>A team of volunteers (志愿队); text <c>volunteer-team</c>.</summary>
    VolunteerTeam = 7,
}
