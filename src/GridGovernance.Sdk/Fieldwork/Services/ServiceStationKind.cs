namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Where services are done (S0-21).</summary>
public enum ServiceStationKind
{
    /// <summary>A government service centre (政务服务中心); text <c>government-centre</c>.</summary>
    GovernmentCentre = 0,

    /// <summary>A convenience service centre of a township or street (便民服务中心); text <c>township-centre</c>.</summary>
    TownshipCentre = 1,

    /// <summary>A service station of a community (社区综合服务站); text <c>community-station</c>.</summary>
    CommunityStation = 2,
}
