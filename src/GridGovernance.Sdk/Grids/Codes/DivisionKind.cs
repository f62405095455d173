namespace GridGovernance.Sdk.Grids;

/// <summary>What the last segment of a division code says that the division is (GB/T 2260, GB/T 10114, 国统字〔2009〕91号).</summary>
public enum DivisionKind
{
    /// <summary>A municipal district, or a county-level city of a prefecture (市辖区): digits 5–6 are 01–20.</summary>
    District = 0,

    /// <summary>A county or banner (县、旗): digits 5–6 are 21–80.</summary>
    County = 1,

    /// <summary>A county-level city (县级市): digits 5–6 are 81–99.</summary>
    CountyLevelCity = 2,

    /// <summary>A street (街道): 001–099.</summary>
    Street = 3,

    /// <summary>A town (镇): 100–199.</summary>
    Town = 4,

    /// <summary>A township (乡): 200–399.</summary>
    Township = 5,

    /// <summary>A unit that is enterprise and administration in one (政企合一单位): 400–599.</summary>
    EnterpriseUnit = 6,

    /// <summary>A residents' committee (居委会): 001–199.</summary>
    ResidentsCommittee = 7,

    /// <summary>A villagers' committee (村委会): 200–399.</summary>
    VillagersCommittee = 8,

    /// <summary>An area like that of a residents' committee (类似居委会): 400–499 without 498.</summary>
    LikeResidentsCommittee = 9,

    /// <summary>An area like that of a villagers' committee (类似村委会): 500–599 without 598.</summary>
    LikeVillagersCommittee = 10,

    /// <summary>A virtual community (虚拟社区): 498.</summary>
    VirtualCommunity = 11,

    /// <summary>A virtual living area (虚拟生活区): 598.</summary>
    VirtualLivingArea = 12,
}
