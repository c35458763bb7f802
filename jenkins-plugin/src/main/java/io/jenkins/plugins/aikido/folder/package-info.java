/** The connections of folders, for Jenkins with the Folders plugin. */
package io.jenkins.plugins.aikido.folder;
