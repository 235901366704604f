package dev.rapidcall.local.sandbox.livekit.calls;

import dev.rapidcall.local.sandbox.livekit.rooms.Dispatches;
import dev.rapidcall.local.sandbox.livekit.rooms.Presence;
import dev.rapidcall.local.sandbox.livekit.rooms.Rooms;
import dev.rapidcall.local.sandbox.livekit.time.CallTimings;
import dev.rapidcall.local.sandbox.livekit.time.World;
import java.net.http.HttpClient;
import java.time.Clock;

/** Where calls are played, and with what. */
public record Scene(
    World world,
    Clock clock,
    CallTimings timings,
    Rooms rooms,
    Presence presence,
    Dispatches dispatches,
    AgentAccess access,
    HttpClient http) {}
