package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.deploy.Observed.Site;
import java.util.ArrayList;
import java.util.List;

/** What the edge's volume says, a fact a line. */
record EdgeFacts(
        int version,
        String generation,
        String slot,
        List<String> upstreams,
        List<ReleaseRecord> records,
        List<Site> sites,
        List<String> certificates) {

    EdgeFacts {
        upstreams = List.copyOf(upstreams);
        records = List.copyOf(records);
        sites = List.copyOf(sites);
        certificates = List.copyOf(certificates);
    }

    static EdgeFacts parse(String text) {
        int version = 0;
        String generation = "";
        String slot = "";
        List<String> upstreams = new ArrayList<>();
        List<ReleaseRecord> records = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        List<String> certificates = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "version" -> version = number(words[1]);
                case "generation" -> generation = words[1];
                case "slot" -> slot = words[1];
                case "upstream" -> upstreams.add(words[1]);
                case "record" -> records.add(new ReleaseRecord(words[1], words[2]));
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
        return new EdgeFacts(version, generation, slot, upstreams, records, sites, certificates);
    }

    /** Takes the last one, to be put back with more that is known of it. */
    private static Site last(List<Site> sites) {
        return sites.remove(sites.size() - 1);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}
