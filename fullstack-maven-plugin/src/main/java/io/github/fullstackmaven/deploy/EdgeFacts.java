package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.deploy.Observed.Room;
import io.github.fullstackmaven.deploy.Observed.Site;
import io.github.fullstackmaven.deploy.Observed.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the edge's volume says, a fact a line. */
record EdgeFacts(
        int version,
        String turn,
        String generation,
        String slot,
        List<String> upstreams,
        List<ReleaseRecord> records,
        List<Site> sites,
        List<String> certificates,
        Trace trace,
        Optional<Room> room) {

    EdgeFacts {
        upstreams = List.copyOf(upstreams);
        records = List.copyOf(records);
        sites = List.copyOf(sites);
        certificates = List.copyOf(certificates);
    }

    static EdgeFacts parse(String text) {
        int version = 0;
        String turn = "";
        String generation = "";
        String slot = "";
        List<String> upstreams = new ArrayList<>();
        List<ReleaseRecord> records = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        List<String> certificates = new ArrayList<>();
        int last = 0;
        Optional<String> unfinished = Optional.empty();
        Optional<Room> room = Optional.empty();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "version" -> version = number(words[1]);
                case "turn" -> turn = words[1];
                case "generation" -> generation = words[1];
                case "slot" -> slot = words[1];
                case "upstream" -> upstreams.add(words[1]);
                case "record" ->
                        records.add(
                                new ReleaseRecord(
                                        words[1], List.of(words).subList(2, words.length)));
                case "last" -> last = number(words[1]);
                case "unfinished" -> unfinished = Optional.of(words[1]);
                case "room" -> room = room(words);
                case "certificate" -> certificates.add(words[1]);
                case "site" ->
                        sites.add(new Site(words[1], words[2], words[3], words[4].equals("https")));
                case "aside" -> sites.add(last(sites).withFault(line.split(" ", 4)[3]));
                case "digest" -> sites.add(last(sites).withDigest(words[1]));
                default -> {
                    // A newer edge may say more than we understand.
                }
            }
        }
        return new EdgeFacts(
                version,
                turn,
                generation,
                slot,
                upstreams,
                records,
                sites,
                certificates,
                new Trace(last, unfinished),
                room);
    }

    /** {@code room KILOBYTES INODES}, a hyphen for what is not known. */
    private static Optional<Room> room(String[] words) {
        if (words.length < 3 || !words[1].matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        OptionalLong inodes =
                words[2].matches("[0-9]{1,18}")
                        ? OptionalLong.of(Long.parseLong(words[2]))
                        : OptionalLong.empty();
        return Optional.of(new Room(Long.parseLong(words[1]) * 1024, inodes));
    }

    /** Takes the last one, to be put back with more that is known of it. */
    private static Site last(List<Site> sites) {
        return sites.remove(sites.size() - 1);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
