namespace GridGovernance.Sdk.Staffing;

/// <summary>How somebody in the grid system is employed (用工性质).</summary>
/// <remarks>S1-12 of the articles names the first two as ways to a full-time body of grid workers; most of X县's workers are community staff who serve concurrently (S3-28).</remarks>
public enum EmploymentKind
{
    /// <summary>Not stated.</summary>
    Unstated = 0,

    /// <summary>A full-time all-round social worker of the community (全科社工).</summary>
    AllRoundSocialWorker = 1,

    /// <summary>Full-time through a purchased service (政府购买服务).</summary>
    PurchasedService = 2,

    /// <summary>Concurrently with another post, such as village or community staff (兼任).</summary>
    Concurrent = 3,

    /// <summary>A volunteer, such as a building's spokesman (志愿者).</summary>
    Volunteer = 4,
}
