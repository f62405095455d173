namespace GridGovernance.Sdk.Fieldwork;

/// <summary>In which role somebody belongs to a grid (S2-5).</summary>
public enum GridMemberRole
{
    /// <summary>A leader who keeps in touch with the grid (联系网格的领导干部); text <c>leader</c>.</summary>
    Leader = 0,

    /// <summary>A grid worker or other staff (网格工作人员); text <c>staff</c>.</summary>
    Staff = 1,

    /// <summary>A household (家庭); text <c>household</c>.</summary>
    Household = 2,
}
