package org.example.orgeln;

import java.util.List;

/**
 * An organ.
 *
 * @param id its number
 * @param church where it stands
 * @param year when it was built
 * @param stops its stops, by manual
 */
public record Organ(int id, String church, int year, List<String> stops) {}
