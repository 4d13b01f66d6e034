# shellcheck shell=bash disable=SC2034,SC2154
# maven:VERSION-eclipse-temurin-JAVA. The distribution is an artifact in Maven's own repository.
from=docker.io/library/eclipse-temurin:${tag##*-}-jdk

prepare() {
    local context=$1 version=${tag%%-*}
    need_package mvn maven
    (
        cd "$context" || exit
        mvn --batch-mode --no-transfer-progress --file distribution.xml \
            "-Drange=[$version,$version.999]" -DoutputDirectory=distribution dependency:copy-dependencies
        mkdir maven
        tar -xzf distribution/apache-maven-*.tar.gz -C maven --strip-components 1
        # The mirrors that this machine's Maven uses, and no credentials.
        mvn --quiet --batch-mode help:effective-settings -Doutput=settings.xml
        {
            printf '<settings>\n'
            sed -n '/<mirrors>/,/<\/mirrors>/p' settings.xml | sed -E 's,//[^/@]*@,//,'
            printf '</settings>\n'
        } >maven/conf/settings.xml
        rm -r distribution settings.xml
    )
}
