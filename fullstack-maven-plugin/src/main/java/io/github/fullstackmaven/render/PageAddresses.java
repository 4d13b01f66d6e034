package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Service;
import java.util.Set;

/** What stands at the addresses of pages. */
public final class PageAddresses {
    /**
     * Generators of one page an address: a {@code 404.html} among their pages says that there is
     * none. Elsewhere a file of that name may be the start page under another name.
     */
    private static final Set<String> ONE_PAGE_AN_ADDRESS =
            Set.of(
                    "astro",
                    "docusaurus",
                    "docusaurus-1",
                    "eleventy",
                    "gatsby",
                    "hexo",
                    "hugo",
                    "jekyll",
                    "next",
                    "vitepress",
                    "vuepress",
                    "zola");

    private PageAddresses() {}

    /** Returns whether an address without a page is nowhere, and not for the start page. */
    public static boolean eachHasAPage(Application application) {
        return application
                .frontend()
                .flatMap(Service::framework)
                .filter(ONE_PAGE_AN_ADDRESS::contains)
                .isPresent();
    }
}
